import { collectReferences, getEntries, getText, getValue } from '../readValue';
import type { Resource } from '../resource';
import type { MapValue, Value } from '../value';
import { Evaluator, type Budget } from './evaluator';
import { formatExpression } from './expression';
import { withGlobals } from './globals';
import { expandLoop } from './loops';
import { getParameterValues } from './parameters';
import { getSection, type Template } from './template';
import type { TemplateIndex } from './templateIndex';

const DEEPEST_NESTING = 6;
const MOST_RESOURCES = 5_000;
const NESTED_LOCATION: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);
const POLICIES = [
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'UpdatePolicy',
  'CreationPolicy',
  'Metadata',
];

/** What the stacks below one root template share. */
export interface StackContext {
  readonly templates: TemplateIndex;
  readonly budget: Budget;
  /** Path of the root template. */
  readonly scope: string;
  readonly environment?: string;
  /** Addresses given out so far. */
  readonly addresses: Set<string>;
  /** Paths of templates evaluated as nested stacks. */
  readonly nestedPaths: Set<string>;
}

/** A template with its parameters: a root, or a nested stack. */
export class Stack {
  private readonly evaluator: Evaluator;
  private readonly nested = new Map<string, Stack | undefined>();
  private readonly resources: Resource[] = [];

  constructor(
    private readonly context: StackContext,
    private readonly template: Template,
    given: ReadonlyMap<string, Value | string>,
    /** Logical ids of the nested stacks that lead here. */
    private readonly stackPath: readonly string[] = [],
    private readonly ancestors: readonly string[] = [],
  ) {
    this.evaluator = new Evaluator({
      template,
      parameters: getParameterValues(template, given),
      renamed: this.claimAddresses(),
      budget: context.budget,
      getNestedOutput: (logicalId, output) =>
        this.getNested(logicalId)?.getOutput(output),
    });
  }

  /** Resources of this stack and the ones nested in it. */
  resolve(): readonly Resource[] {
    this.walk(getSection(this.template, 'Resources'));
    return this.resources;
  }

  getOutput(name: string): Value | undefined {
    const output = this.evaluator.find('Outputs', name);
    const value = output && getValue(output, 'Value');
    return value && this.evaluator.evaluate(value);
  }

  private walk(entries: ReadonlyArray<readonly [string, Value]>): void {
    for (const [logicalId, resource] of entries) {
      if (this.resources.length >= MOST_RESOURCES) return;
      if (!logicalId.startsWith('Fn::ForEach::')) {
        this.add(logicalId, resource);
        continue;
      }
      const loop = expandLoop(resource, this.evaluator);
      for (const [name, item] of loop.entries) {
        this.evaluator.withLoopVariable(loop.variable, item.variable, () =>
          this.walk([[name, item.value]]),
        );
      }
    }
  }

  private add(logicalId: string, resource: Value): void {
    const type = getText(getValue(resource, 'Type'));
    if (type === undefined) return;
    const conditionName = getText(getValue(resource, 'Condition'));
    const truth =
      conditionName === undefined ? true : this.evaluator.decide(conditionName);
    if (truth === false) return;
    const { environment, scope } = this.context;
    // What is nested comes first: its resources own their logical ids.
    for (const nested of this.getNested(logicalId)?.resolve() ?? [])
      this.resources.push(nested);
    this.resources.push({
      language: 'cloudformation',
      type,
      name: logicalId,
      address: this.evaluator.getAddress(logicalId),
      scope,
      attributes: this.getAttributes(type, resource),
      location: resource.location,
      ...(environment !== undefined && { environment }),
      ...(truth === 'unresolved' && {
        condition: this.formatCondition(conditionName ?? ''),
      }),
    });
  }

  private getAttributes(type: string, resource: Value): MapValue {
    const written = getValue(resource, 'Properties');
    const base: MapValue =
      written?.kind === 'map'
        ? written
        : { kind: 'map', entries: {}, location: resource.location };
    const properties = this.evaluator.evaluate(
      withGlobals(this.template, type, base),
    );
    const entries: Record<string, Value> = {};
    for (const name of POLICIES) {
      const value = getValue(resource, name);
      const evaluated = value && this.evaluator.evaluate(value);
      if (evaluated !== undefined) entries[name] = evaluated;
    }
    const dependencies = getValue(resource, 'DependsOn');
    if (dependencies !== undefined)
      entries.DependsOn = this.toDependencies(dependencies);
    if (properties?.kind !== 'map') {
      const rest = properties && formatExpression(properties);
      return {
        ...base,
        entries,
        ...(rest !== undefined && { unresolvedRest: rest }),
      };
    }
    return { ...properties, entries: { ...entries, ...properties.entries } };
  }

  private toDependencies(value: Value): Value {
    const items = value.kind === 'list' ? value.items : [value];
    const references = items
      .flatMap(item => getText(item) ?? [])
      .map(name => this.evaluator.getAddress(name));
    return { ...value, references };
  }

  private formatCondition(name: string): string {
    const definition = this.evaluator.find('Conditions', name);
    return definition === undefined
      ? name
      : `${name}: ${formatExpression(definition)}`;
  }

  private getNested(logicalId: string): Stack | undefined {
    if (this.nested.has(logicalId)) return this.nested.get(logicalId);
    this.nested.set(logicalId, undefined);
    const stack = this.createNested(logicalId);
    this.nested.set(logicalId, stack);
    return stack;
  }

  private createNested(logicalId: string): Stack | undefined {
    const resource = this.evaluator.find('Resources', logicalId);
    const property =
      resource &&
      NESTED_LOCATION.get(getText(getValue(resource, 'Type')) ?? '');
    if (resource === undefined || property === undefined) return undefined;
    const template = this.findTemplate(
      getValue(resource, `Properties.${property}`),
    );
    const chain = [...this.ancestors, this.template.path];
    if (
      template === undefined ||
      chain.includes(template.path) ||
      chain.length > DEEPEST_NESTING
    )
      return undefined;
    this.context.nestedPaths.add(template.path);
    const parameters = getEntries(getValue(resource, 'Properties.Parameters'));
    const given = new Map<string, Value>();
    for (const [name, value] of parameters) {
      const evaluated = this.evaluator.evaluate(value);
      if (evaluated !== undefined) given.set(name, evaluated);
    }
    return new Stack(
      this.context,
      template,
      given,
      [...this.stackPath, logicalId],
      chain,
    );
  }

  private findTemplate(location: Value | undefined): Template | undefined {
    const value = location && this.evaluator.evaluate(location);
    if (value === undefined || collectReferences(value).length > 3)
      return undefined;
    const text =
      value.kind === 'unresolved' ? value.expression : getText(value);
    return text === undefined
      ? undefined
      : this.context.templates.findNested(this.template.path, text);
  }

  /** Plain logical ids, unless they are taken in this scope. */
  private claimAddresses(): ReadonlyMap<string, string> {
    const { addresses } = this.context;
    const renamed = new Map<string, string>();
    for (const [name, resource] of getSection(this.template, 'Resources')) {
      if (NESTED_LOCATION.has(getText(getValue(resource, 'Type')) ?? ''))
        continue;
      if (addresses.has(name)) {
        renamed.set(name, [...this.stackPath, name].join('.'));
      }
      addresses.add(renamed.get(name) ?? name);
    }
    return renamed;
  }
}
