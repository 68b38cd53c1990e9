import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** @public */
export interface CostFacts {
  readonly taggables: readonly TaggableFact[];
  readonly defaultTags: readonly DefaultTagsFact[];
  readonly budgets: readonly BudgetFact[];
}

/** A resource that can carry cost tags. @public */
export interface TaggableFact extends SubjectFact {
  readonly provider: 'aws' | 'google' | 'azurerm';
  /** Keys of its tags or labels. */
  readonly tagKeys: FactValue<readonly string[]>;
}

/** Tags a provider, or a whole stack, puts on everything it makes. @public */
export interface DefaultTagsFact extends SubjectFact {
  readonly provider: 'aws' | 'google' | 'azurerm';
  readonly tagKeys: FactValue<readonly string[]>;
}

/** A budget, an anomaly monitor, a quota. @public */
export interface BudgetFact extends SubjectFact {
  readonly tool: string;
  readonly offByDefault?: string;
}
