import type { Level, RolloutState, Severity } from './outcome';

/**
 * The 15 items of the production-grade infrastructure checklist of
 * "Terraform: Up & Running", in its order.
 *
 * @public
 */
export type CategoryId =
  | 'install'
  | 'configure'
  | 'provision'
  | 'deploy'
  | 'high-availability'
  | 'scalability'
  | 'performance'
  | 'networking'
  | 'security'
  | 'metrics'
  | 'logs'
  | 'backup-restore'
  | 'cost-optimization'
  | 'documentation'
  | 'tests';

/** @public */
export interface Category {
  readonly id: CategoryId;
  /** Place in the checklist, 1 to 15. */
  readonly position: number;
  readonly title: string;
  readonly description: string;
}

/** @public */
export interface Reference {
  readonly title: string;
  readonly url: string;
}

/** @public */
export interface Remediation {
  /** What to do, naming the exact attribute. */
  readonly summary: string;
  /** Rough effort in minutes. */
  readonly effortMinutes: number;
  /** Snippets to paste, by language: `terraform`, `cloudformation`, `kubernetes`, `yaml`, `dockerfile`, `shell`, … */
  readonly snippets: Readonly<Record<string, string>>;
}

/**
 * A check without its code: what the API, the pages and the docs show.
 * @public
 */
export interface CheckDescription {
  readonly id: string;
  /** Rises when the meaning of the check changes. */
  readonly version: number;
  readonly category: CategoryId;
  readonly title: string;
  /** One or two sentences: what passes. */
  readonly description: string;
  readonly rationale: string;
  readonly level: Level;
  readonly severity: Severity;
  /** `presence`: is there any …? `subject`: is every … fine? */
  readonly kind: 'presence' | 'subject';
  readonly isAttestable: boolean;
  readonly isWaivable: boolean;
  /** Equivalent rules of other scanners. */
  readonly knownAs: readonly string[];
  readonly references: readonly Reference[];
  readonly remediation: Remediation;
  readonly rollout: RolloutState;
}

/** @public */
export interface Checklist {
  readonly version: string;
  readonly categories: readonly Category[];
  readonly checks: readonly CheckDescription[];
}
