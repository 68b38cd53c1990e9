import type {
  CategoryId,
  ScorecardSummary,
} from 'backstage-plugin-readiness-common';
import { buildCsv } from './buildCsv';

/** The entities behind a cell, a line for each failing check. */
export function buildPanelCsv(
  entities: readonly ScorecardSummary[],
  category: CategoryId,
): string {
  const lines = entities.flatMap(entity => {
    const score = entity.categories.find(({ id }) => id === category)?.score;
    const start = [entity.entityRef, entity.level, category, score] as const;
    const failing = entity.failing ?? [];
    if (failing.length === 0) return [[...start]];
    return failing.map(check => [
      ...start,
      check.checkId,
      check.severity,
      check.isWaived ? 'waived' : check.outcome,
      check.subject,
      check.message,
      check.evidenceUrl ?? check.evidenceLabel,
    ]);
  });
  const head = [
    'entity',
    'level',
    'category',
    'score',
    'check',
    'severity',
    'outcome',
    'subject',
    'message',
    'evidence',
  ];
  return buildCsv([head, ...lines]);
}
