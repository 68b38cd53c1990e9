import type {
  CheckDescription,
  Checklist,
} from 'backstage-plugin-readiness-common';
import type { Check } from '../check';
import type { EvaluationConfig } from '../evaluation/config';
import { categories, checklistVersion } from './categories';

/** The checklist as the API, the pages and the docs show it. @public */
export function describeChecklist(
  checks: readonly Check[],
  config: Pick<EvaluationConfig, 'rollout'>,
): Checklist {
  return {
    version: checklistVersion,
    categories,
    checks: checks.map(check => describeCheck(check, config)),
  };
}

function describeCheck(
  check: Check,
  config: Pick<EvaluationConfig, 'rollout'>,
): CheckDescription {
  const { evaluate, examples, passesIfAny, ...description } = check;
  return { ...description, rollout: config.rollout[check.id] ?? 'counted' };
}
