import type { HclExpression } from '../../../parsers/hcl';
import type { Location, Value } from '../../value';
import { evaluate } from '../evaluation/evaluate';
import { toNumber, toText } from '../evaluation/plain';
import type { Bindings, Lookup, Scope } from '../evaluation/scope';
import { locate } from '../evaluation/scope';
import type { Step } from '../evaluation/traversal';
import {
  createEntries,
  createFailure,
  createList,
  createMap,
  createUnresolved,
  isBroken,
} from '../evaluation/values';
import { bindEach, bindIndex, bindUnknownEach } from './expansion';
import type { Expansion } from './expansion';

const MAX_LISTED = 100;

/** One instance of a resource or module, as references see it. */
export interface Instance {
  /** Address that references carry. */
  readonly address: string;
  /** An attribute or output. Undefined when it is not set in the files. */
  get(name: string): Value | undefined;
  /** Everything at once. */
  toValue(): Value;
}

/** The instances of one block, made when asked for. */
export class InstanceSet<T extends Instance> {
  private readonly made = new Map<string, T>();

  constructor(
    readonly expansion: Expansion,
    readonly address: string,
    private readonly location: Location,
    private readonly create: (
      address: string,
      bindings: Bindings | undefined,
    ) => T,
  ) {}

  /** The one of a block without `count` and `for_each`, or the one that stands for all. */
  get representative(): T {
    const { expansion } = this;
    if (expansion.kind === 'single')
      return this.make('', this.address, undefined);
    if (expansion.kind === 'unknown' && expansion.by === 'for_each') {
      return this.make(
        '?',
        this.address,
        bindUnknownEach(expansion.each, this.location),
      );
    }
    return this.make('?', this.address, bindIndex(undefined, this.location));
  }

  /** The instance with an index of `count`. */
  at(index: number): T {
    return this.make(
      `#${index}`,
      this.address,
      bindIndex(index, this.location),
    );
  }

  /** The instance with a key of `for_each`. */
  forKey(key: string, value: Value): T {
    return this.make(
      `=${key}`,
      `${this.address}["${key}"]`,
      bindEach(key, value, this.location),
    );
  }

  private make(
    key: string,
    address: string,
    bindings: Bindings | undefined,
  ): T {
    const existing = this.made.get(key);
    if (existing) return existing;
    const instance = this.create(address, bindings);
    this.made.set(key, instance);
    return instance;
  }

  /**
   * What a reference means whose name is already read: the steps after it pick
   * the instance and one attribute, or everything.
   */
  follow(
    steps: readonly Step[],
    consumed: number,
    scope: Scope,
    expression: HclExpression,
  ): Lookup {
    const step = steps[consumed];
    const { expansion } = this;
    if (expansion.kind === 'single')
      return follow(this.representative, steps, consumed, scope, expression);
    if (step?.kind === 'index') {
      const key = evaluate(step.key, scope);
      const instance = this.pick(key);
      if (instance)
        return follow(instance, steps, consumed + 1, scope, expression);
      const location = locate(expression, scope);
      const isUnknown = key.kind === 'unresolved' && !isBroken(key);
      const value = isUnknown
        ? createUnresolved(expression.text, location, [this.address])
        : createFailure(expression.text, location);
      return { value, consumed: steps.length };
    }
    if (expansion.kind === 'unknown') {
      const value = createUnresolved(
        expression.text,
        locate(expression, scope),
        [this.address],
      );
      return { value, consumed: steps.length };
    }
    return { value: this.toValue(), consumed };
  }

  private pick(key: Value): T | undefined {
    const { expansion } = this;
    if (expansion.kind === 'unknown') return this.representative;
    if (expansion.kind === 'count') {
      const index = toNumber(key);
      return index !== undefined && index >= 0 && index < expansion.count
        ? this.at(index)
        : undefined;
    }
    const name = toText(key);
    const member =
      expansion.kind === 'each'
        ? expansion.members.find(([known]) => known === name)
        : undefined;
    return member && this.forKey(...member);
  }

  private toValue(): Value {
    const { expansion, location } = this;
    if (expansion.kind === 'each') {
      const pairs = expansion.members.map(
        member => [member[0], this.forKey(...member).toValue()] as const,
      );
      return createMap(createEntries(pairs), location);
    }
    if (expansion.kind !== 'count') return this.representative.toValue();
    if (expansion.count > MAX_LISTED)
      return createUnresolved(this.address, location, [this.address]);
    const items = Array.from({ length: expansion.count }, (_, index) =>
      this.at(index).toValue(),
    );
    return createList(items, location);
  }
}

function follow(
  instance: Instance,
  steps: readonly Step[],
  consumed: number,
  scope: Scope,
  expression: HclExpression,
): Lookup {
  const step = steps[consumed];
  if (step?.kind !== 'access') return { value: instance.toValue(), consumed };
  const value = instance.get(step.name);
  if (value) return { value, consumed: consumed + 1 };
  const location = locate(expression, scope);
  return {
    value: createUnresolved(`${instance.address}.${step.name}`, location, [
      instance.address,
    ]),
    consumed: consumed + 1,
  };
}
