import type {
  Command,
  IfNode,
  Operand,
  Pipeline,
  RangeNode,
  Template,
  TemplateNode,
  WithNode,
} from '../../../parsers/goTemplate';
import { callFunction } from './functions';
import { LineWriter, type RenderedText } from './lineWriter';
import { listItems } from './listItems';
import { Markers } from './markers';
import {
  getField,
  isTemplateObject,
  isTruthy,
  Unresolved,
  type TemplateValue,
} from './templateValue';

const STEP_LIMIT = 400_000;
const INCLUDE_DEPTH_LIMIT = 60;

/** Raised when a template doesn't come to an end in reasonable time. */
export class RenderLimitError extends Error {}

/** Where evaluation stands: the dot, `$`, and the variables in sight. */
interface Scope {
  readonly dot: TemplateValue;
  readonly root: TemplateValue;
  readonly variables: Variables;
}

class Variables {
  private readonly values = new Map<string, TemplateValue>();

  constructor(private readonly outer?: Variables) {}

  declare(name: string, value: TemplateValue): void {
    this.values.set(name, value);
  }

  assign(name: string, value: TemplateValue): void {
    if (this.values.has(name) || !this.outer) this.values.set(name, value);
    else this.outer.assign(name, value);
  }

  get(name: string): TemplateValue {
    return this.values.get(name) ?? this.outer?.get(name) ?? null;
  }
}

/** Called for every `if`; true forces its first branch. */
export type GuardObserver = (node: IfNode, isOn: boolean) => boolean;

/**
 * Evaluates templates the way Helm does, within limits. Unknown functions and
 * what only a cluster knows give unresolved values, never an error.
 */
export class TemplateRenderer {
  readonly markers = new Markers();
  private readonly definitions = new Map<string, readonly TemplateNode[]>();
  private steps = 0;
  private depth = 0;
  private jump: 'break' | 'continue' | undefined;

  constructor(
    templates: readonly Template[],
    private readonly parse: (text: string) => Template | undefined,
  ) {
    for (const template of templates) this.define(template);
  }

  /** @throws RenderLimitError when the template takes too long. */
  render(
    template: Template,
    root: TemplateValue,
    onGuard: GuardObserver = () => false,
  ): RenderedText {
    this.steps = 0;
    const writer = new LineWriter();
    const scope = { dot: root, root, variables: new Variables() };
    this.write(template.nodes, scope, { writer, onGuard });
    return writer.finish();
  }

  /** The text of a named template, as `include` gives it. */
  include(name: string, dot: TemplateValue): string {
    const nodes = this.definitions.get(name);
    if (nodes === undefined) return this.markers.create(`include "${name}"`);
    return this.renderInner(nodes, dot);
  }

  /** The text of a template that is itself a value, as `tpl` gives it. */
  renderText(text: string, dot: TemplateValue): string {
    if (!text.includes('{{')) return text;
    const template = this.parse(text);
    if (template === undefined) return this.markers.create(`tpl ${text}`);
    this.define(template);
    return this.renderInner(template.nodes, dot);
  }

  private define(template: Template): void {
    for (const { name, nodes } of template.definitions) {
      this.definitions.set(name, nodes);
    }
  }

  private renderInner(
    nodes: readonly TemplateNode[],
    dot: TemplateValue,
  ): string {
    if (++this.depth > INCLUDE_DEPTH_LIMIT) throw new RenderLimitError();
    const writer = new LineWriter();
    const scope = { dot, root: dot, variables: new Variables() };
    this.write(nodes, scope, { writer, onGuard: () => false });
    this.depth--;
    return writer.finish().text;
  }

  private write(
    nodes: readonly TemplateNode[],
    scope: Scope,
    target: Target,
  ): void {
    for (const node of nodes) {
      if (this.jump !== undefined) return;
      this.count(1);
      this.writeNode(node, scope, target);
    }
  }

  private writeNode(node: TemplateNode, scope: Scope, target: Target): void {
    const { writer } = target;
    switch (node.kind) {
      case 'text':
        writer.writeSource(node.text, node.line);
        return;
      case 'output': {
        const text = this.markers.print(this.evaluate(node.pipeline, scope));
        this.count(text.length / 100);
        writer.writeResult(text, node.line);
        return;
      }
      case 'assign': {
        const value = this.evaluate(node.pipeline, scope);
        if (node.isDeclaration) scope.variables.declare(node.variable, value);
        else scope.variables.assign(node.variable, value);
        return;
      }
      case 'call': {
        const dot = node.pipeline ? this.evaluate(node.pipeline, scope) : null;
        writer.writeResult(this.include(node.name, dot), node.line);
        return;
      }
      case 'if':
      case 'with':
        this.writeBranch(node, scope, target);
        return;
      case 'range':
        this.writeRange(node, scope, target);
        return;
      case 'break':
      case 'continue':
        this.jump = node.kind;
        return;
      default:
        throw new TypeError(`Unexpected ${String(node satisfies never)}`);
    }
  }

  private writeBranch(
    node: IfNode | WithNode,
    scope: Scope,
    target: Target,
  ): void {
    const value = this.evaluate(node.pipeline, scope);
    const variables = new Variables(scope.variables);
    if (node.variable !== undefined) variables.declare(node.variable, value);
    const isOn = isTruthy(value);
    const isForced = node.kind === 'if' && target.onGuard(node, isOn);
    const takesFirst = isOn || isForced;
    const dot = node.kind === 'with' && takesFirst ? value : scope.dot;
    this.write(
      takesFirst ? node.body : node.otherwise,
      { ...scope, dot, variables },
      target,
    );
  }

  private writeRange(node: RangeNode, scope: Scope, target: Target): void {
    const items = listItems(this.evaluate(node.pipeline, scope));
    if (items.length === 0) {
      const variables = new Variables(scope.variables);
      this.write(node.otherwise, { ...scope, variables }, target);
      return;
    }
    for (const [key, value] of items) {
      this.count(1);
      const variables = new Variables(scope.variables);
      const [first, second] = node.variables;
      if (first !== undefined) {
        variables.declare(first, second === undefined ? value : key);
      }
      if (second !== undefined) variables.declare(second, value);
      this.write(node.body, { ...scope, dot: value, variables }, target);
      const { jump } = this;
      this.jump = undefined;
      if (jump === 'break') return;
    }
  }

  private evaluate(pipeline: Pipeline, scope: Scope): TemplateValue {
    let piped: TemplateValue | undefined;
    for (const command of pipeline.commands) {
      this.count(1);
      piped = this.run(command, scope, piped, pipeline.source);
    }
    return piped ?? null;
  }

  private run(
    command: Command,
    scope: Scope,
    piped: TemplateValue | undefined,
    source: string,
  ): TemplateValue {
    const [first, ...rest] = command.operands;
    if (first === undefined) return null;
    const args = rest.map(operand => this.read(operand, scope, source));
    if (piped !== undefined) args.push(piped);
    if (first.kind === 'function') {
      const context = { renderer: this, source };
      return checkSize(callFunction(first.name, args, context));
    }
    if (args.length > 0 && 'path' in first) {
      return this.callMethod(first, args, scope, source);
    }
    return this.read(first, scope, source);
  }

  private callMethod(
    operand: Extract<Operand, { readonly path: readonly string[] }>,
    args: readonly TemplateValue[],
    scope: Scope,
    source: string,
  ): TemplateValue {
    const method = operand.path[operand.path.length - 1] ?? '';
    const path = operand.path.slice(0, -1);
    const target = this.read({ ...operand, path }, scope, source);
    return isTemplateObject(target)
      ? target.call(method, args)
      : new Unresolved(source);
  }

  private read(operand: Operand, scope: Scope, source: string): TemplateValue {
    switch (operand.kind) {
      case 'literal':
        return operand.value;
      case 'function':
        return callFunction(operand.name, [], { renderer: this, source });
      case 'field':
        return operand.path.reduce(getField, scope.dot);
      case 'variable': {
        const { name, path } = operand;
        const value = name === '' ? scope.root : scope.variables.get(name);
        return path.reduce(getField, value);
      }
      case 'group': {
        const value = this.evaluate(operand.pipeline, scope);
        return operand.path.reduce(getField, value);
      }
      default:
        throw new TypeError(`Unexpected ${String(operand satisfies never)}`);
    }
  }

  private count(steps: number): void {
    this.steps += steps;
    if (this.steps > STEP_LIMIT) throw new RenderLimitError();
  }
}

interface Target {
  readonly writer: LineWriter;
  readonly onGuard: GuardObserver;
}

const SIZE_LIMIT = 2_000_000;

/** Doubling a text forty times takes forty steps only. */
function checkSize(value: TemplateValue): TemplateValue {
  const hasLength = typeof value === 'string' || Array.isArray(value);
  if (hasLength && value.length > SIZE_LIMIT) throw new RenderLimitError();
  return value;
}
