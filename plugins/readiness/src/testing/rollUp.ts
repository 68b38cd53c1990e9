import type {
  HeatmapCell,
  HeatmapRow,
  OutcomeCounts,
  ScorecardSummary,
} from 'backstage-plugin-readiness-common';
import { sampleCategories } from './sampleChecklist';

const OUTCOMES = [
  'pass',
  'fail',
  'unknown',
  'notApplicable',
  'error',
  'waived',
] as const;

/** A row over these entities, as the backend rolls them up. */
export function rollUp(
  row: Pick<HeatmapRow, 'id' | 'title' | 'parentId'>,
  entities: readonly ScorecardSummary[],
  directEntities: number,
): HeatmapRow {
  const withBar = entities.filter(({ meetsBar }) => meetsBar !== undefined);
  return {
    ...row,
    entities: entities.length,
    directEntities,
    meetsBar: withBar.filter(({ meetsBar }) => meetsBar).length,
    withBar: withBar.length,
    ...present('score', mean(entities.map(({ score }) => score))),
    ...present(
      'strictScore',
      mean(entities.map(({ strictScore }) => strictScore)),
    ),
    coverage: 0.94,
    cells: sampleCategories.map((_, index) => rollUpCell(entities, index)),
  };
}

function rollUpCell(
  entities: readonly ScorecardSummary[],
  index: number,
): HeatmapCell {
  const cells = entities.flatMap(({ categories }) => categories[index] ?? []);
  const outcomes = {
    pass: 0,
    fail: 0,
    unknown: 0,
    notApplicable: 0,
    error: 0,
    waived: 0,
  };
  for (const cell of cells) {
    for (const key of OUTCOMES) outcomes[key] += cell.outcomes[key];
  }
  const isUndecided = (cell: { score?: number; outcomes: OutcomeCounts }) =>
    cell.score === undefined && cell.outcomes.unknown + cell.outcomes.error > 0;
  return {
    ...present('score', mean(cells.map(({ score }) => score))),
    ...present(
      'strictScore',
      mean(cells.map(({ strictScore }) => strictScore)),
    ),
    scored: cells.filter(({ score }) => score !== undefined).length,
    undecided: cells.filter(isUndecided).length,
    notApplicable: cells.filter(
      cell => cell.score === undefined && !isUndecided(cell),
    ).length,
    outcomes,
  };
}

function mean(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.flatMap(number => number ?? []);
  if (known.length === 0) return undefined;
  return Math.round(known.reduce((sum, each) => sum + each, 0) / known.length);
}

function present(name: 'score' | 'strictScore', value: number | undefined) {
  return value === undefined ? {} : { [name]: value };
}
