import { collectReferences } from '../readValue';
import type { MapValue, Value } from '../value';
import { conditionFunctions, decideCondition, type Truth } from './conditions';
import { relocate, scalar, unresolved } from './expression';
import { intrinsicFunctions } from './intrinsics';
import { expandLoop } from './loops';
import { getSection, type Template } from './template';

/** Nodes one repository's templates may take, however they are nested. */
export interface Budget {
  remaining: number;
}

/** What a template is evaluated with. */
export interface EvaluatorInput {
  readonly template: Template;
  /** Values of parameters, as given or by default; those without are left out. */
  readonly parameters: ReadonlyMap<string, Value>;
  /** Addresses of resources whose logical id was taken already. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly budget: Budget;
  /** The value of a nested stack's output, when its template is in the repository. */
  getNestedOutput(logicalId: string, output: string): Value | undefined;
}

const DEEPEST = 80;

/** Evaluates intrinsic functions of one template with one set of parameters. */
export class Evaluator {
  private readonly sections = new Map<string, ReadonlyMap<string, Value>>();
  private readonly truths = new Map<string, Truth>();
  private readonly loopVariables = new Map<string, string>();
  private depth = 0;

  constructor(readonly input: EvaluatorInput) {}

  /** The value, or nothing when it is `AWS::NoValue`. */
  evaluate(value: Value): Value | undefined {
    this.input.budget.remaining -= 1;
    if (this.input.budget.remaining < 0 || this.depth > DEEPEST) {
      return unresolved('a template too large to evaluate', value.location);
    }
    this.depth += 1;
    const result = this.evaluateKind(value);
    this.depth -= 1;
    return result;
  }

  /** An entry of a top-level section by its name. */
  find(section: string, name: string): Value | undefined {
    let entries = this.sections.get(section);
    if (entries === undefined) {
      entries = new Map(getSection(this.input.template, section));
      this.sections.set(section, entries);
    }
    return entries.get(name);
  }

  /** Whether a named condition holds, as far as the files say. */
  decide(name: string): Truth {
    const known = this.truths.get(name);
    if (known !== undefined) return known;
    this.truths.set(name, 'unresolved');
    const definition = this.find('Conditions', name);
    const truth =
      definition === undefined
        ? 'unresolved'
        : decideCondition(definition, this);
    this.truths.set(name, truth);
    return truth;
  }

  getAddress(logicalId: string): string {
    return this.input.renamed.get(logicalId) ?? logicalId;
  }

  /** The value a loop's identifier has at the moment. */
  getLoopVariable(name: string): string | undefined {
    return this.loopVariables.get(name);
  }

  /** Evaluates while a loop's identifier has a value. */
  withLoopVariable<T>(name: string, value: string, action: () => T): T {
    const before = this.loopVariables.get(name);
    this.loopVariables.set(name, value);
    const result = action();
    if (before === undefined) this.loopVariables.delete(name);
    else this.loopVariables.set(name, before);
    return result;
  }

  private evaluateKind(value: Value): Value | undefined {
    switch (value.kind) {
      case 'list': {
        const items = value.items
          .map(item => this.evaluate(item))
          .filter(item => item !== undefined);
        return { ...value, items };
      }
      case 'map':
        return this.evaluateMap(value);
      default:
        return value;
    }
  }

  private evaluateMap(value: MapValue): Value | undefined {
    const entries = Object.entries(value.entries);
    const [only] = entries;
    if (only !== undefined && entries.length === 1) {
      const [name, argument] = only;
      const call = intrinsicFunctions[name];
      if (call !== undefined) {
        const result = call(argument, value, this);
        return result && relocate(result, value.location);
      }
      if (conditionFunctions.has(name)) return this.evaluateTruth(value);
    }
    return this.evaluateEntries(value);
  }

  private evaluateEntries(value: MapValue): MapValue {
    const evaluated: Record<string, Value> = {};
    let rest = value.unresolvedRest;
    for (const [key, entry] of Object.entries(value.entries)) {
      if (key.startsWith('Fn::ForEach::')) {
        const loop = expandLoop(entry, this);
        for (const [name, item] of loop.entries) {
          const result = this.withLoopVariables(
            loop.variable,
            item.variable,
            item.value,
          );
          if (result !== undefined) evaluated[name] = result;
        }
        if (!loop.isComplete) rest = key;
      } else if (key.startsWith('Fn::')) {
        rest = `!${key.slice(4)}`;
      } else {
        const result = this.evaluate(entry);
        if (result !== undefined) evaluated[key] = result;
      }
    }
    return {
      ...value,
      entries: evaluated,
      ...(rest !== undefined && { unresolvedRest: rest }),
    };
  }

  private withLoopVariables(
    name: string,
    variable: string,
    value: Value,
  ): Value | undefined {
    return this.withLoopVariable(name, variable, () => this.evaluate(value));
  }

  private evaluateTruth(value: MapValue): Value {
    const truth = decideCondition(value, this);
    if (truth === 'unresolved') {
      return unresolved('a condition', value.location, {
        references: collectReferences(value),
      });
    }
    return scalar(truth, value.location);
  }
}
