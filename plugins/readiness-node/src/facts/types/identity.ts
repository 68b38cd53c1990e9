import type { SubjectFact } from '../subject';
import type { FactValue, Location } from '../value';

/** Who may do what, and how people and machines prove who they are. @public */
export interface IdentityFacts {
  readonly grants: readonly GrantFact[];
  readonly secretManagers: readonly SecretManagerFact[];
  readonly hostProtections: readonly HostProtectionFact[];
  readonly authentications: readonly AuthenticationFact[];
}

/** Something that gives rights away: a policy, an attachment, a role, a binding. @public */
export interface GrantFact extends SubjectFact {
  readonly kind: 'policy' | 'attachment' | 'role' | 'binding';
  /** Rights written out; one an allowing statement or rule. */
  readonly statements: readonly StatementFact[];
  /** Ready-made roles and policies it gives: ARN or name. */
  readonly roles: readonly FactValue<string>[];
  /** A part nobody can resolve. */
  readonly unresolved?: {
    readonly expression: string;
    readonly location: Location;
  };
  /** Reaches the whole project, subscription or cluster. */
  readonly isWide: boolean;
}

/** @public */
export interface StatementFact {
  /** IAM actions, verbs of RBAC, Azure actions. */
  readonly actions: FactValue<readonly string[]>;
  /** ARNs, resources of RBAC. */
  readonly resources: FactValue<readonly string[]>;
  /** API groups of RBAC; empty elsewhere. */
  readonly groups: FactValue<readonly string[]>;
  readonly location: Location;
}

/** Something that keeps or hands out secrets. @public */
export interface SecretManagerFact extends SubjectFact {
  /** `AWS Secrets Manager`, `Vault`, `SOPS`, … */
  readonly tool: string;
  readonly offByDefault?: string;
}

/** What protects a machine or an edge. @public */
export interface HostProtectionFact extends SubjectFact {
  readonly aspect: 'imdsv2' | 'waf' | 'hardening';
  readonly isOn: FactValue<boolean>;
}

/** A managed way to prove who somebody is. @public */
export interface AuthenticationFact extends SubjectFact {
  readonly kind: string;
  readonly offByDefault?: string;
}
