import type { MapValue, Value } from '../../value';
import { evaluateMember, memberNames } from '../evaluation/blocks';
import type { Placement } from '../evaluation/blocks';
import type { Scope } from '../evaluation/scope';
import {
  createEntries,
  createMap,
  createUnresolved,
  forgive,
  withReferences,
} from '../evaluation/values';
import { evaluateMetaArgument, isExpansionArgument } from './metaArguments';
import { decodePolicyDocument } from './policyDocument';
import type { Declared } from './definition';
import type { Instance } from './instances';

/** One instance of a resource or data source. */
export class ResourceInstance implements Instance {
  private readonly members = new Map<string, Value | undefined>();
  private readonly pending = new Set<string>();

  constructor(
    readonly address: string,
    readonly declared: Declared,
    private readonly scope: Scope,
    private readonly placement: Placement,
  ) {}

  get(name: string): Value | undefined {
    const own = this.member(name);
    if (own) return withReferences(own, [this.address]);
    return name === 'json' ? this.policyJson() : undefined;
  }

  toValue(): Value {
    const { entries, location } = this.attributes();
    return createMap(entries, location, {
      unresolvedRest: this.address,
      references: [this.address],
    });
  }

  /** The arguments as the files give them. */
  attributes(): MapValue {
    const { block } = this.declared;
    const entries = memberNames(block.body)
      .filter(name => !isExpansionArgument(name))
      .flatMap(name => {
        const value = this.member(name);
        return value ? [[name, value] as const] : [];
      });
    const location = this.placement.ofBlock(block, this.scope).at;
    return { kind: 'map', entries: createEntries(entries), location };
  }

  /** A member is worked out once; one that depends on itself is unknown. */
  private member(name: string): Value | undefined {
    if (this.members.has(name)) return this.members.get(name);
    const { block } = this.declared;
    if (this.pending.has(name)) {
      return createUnresolved(
        `${this.address}.${name}`,
        this.placement.ofBlock(block, this.scope).at,
      );
    }
    this.pending.add(name);
    const value =
      evaluateMetaArgument(block, name, this.scope, this.placement) ??
      evaluateMember(block.body, name, this.scope, this.placement);
    const forgiven = value && forgive(value);
    this.pending.delete(name);
    this.members.set(name, forgiven);
    return forgiven;
  }

  /** The JSON of `data.aws_iam_policy_document`, whose statements are known. */
  private policyJson(): Value | undefined {
    if (this.declared.block.labels[0] !== 'aws_iam_policy_document')
      return undefined;
    const attributes = this.attributes();
    const json = createUnresolved(`${this.address}.json`, attributes.location, [
      this.address,
    ]);
    return { ...json, decoded: decodePolicyDocument(attributes) };
  }
}
