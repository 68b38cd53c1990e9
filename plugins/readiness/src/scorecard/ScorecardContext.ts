import { createContext, useContext } from 'react';
import type { Entity } from '@backstage/catalog-model';
import type { Scorecard } from 'backstage-plugin-readiness-common';
import type { CheckView } from './build/checkView';

/** What every part of the scorecard tab speaks about. */
export interface ScorecardSubject {
  readonly entity: Entity;
  readonly scorecard: Scorecard;
  readonly checks: readonly CheckView[];
  readonly scoredCategories: number;
  /** Address of the tab with this check opened. */
  readonly getCheckUrl: (checkId: string) => string;
  readonly waive: (check: CheckView) => void;
}

const Context = createContext<ScorecardSubject | undefined>(undefined);

/** Provides a {@link ScorecardSubject}. */
export const ScorecardProvider = Context.Provider;

/** The scorecard that the component stands in. */
export function useScorecardSubject(): ScorecardSubject {
  const subject = useContext(Context);
  if (subject === undefined) {
    throw new Error('useScorecardSubject needs a ScorecardProvider above it');
  }
  return subject;
}
