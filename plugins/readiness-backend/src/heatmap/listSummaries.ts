import type {
  EvaluationState,
  ScorecardsRequest,
  ScorecardSummary,
} from 'backstage-plugin-readiness-common';
import type { GroupTree } from './GroupTree';
import { NO_SCORE, ReadinessModel, withScore } from './ReadinessModel';
import { RowMask, selectRows } from './selectRows';
import { compareKeys } from './sortKey';
import { takeFirst } from './takeFirst';

/** A page of scorecards, without what only the stored scorecards know. */
export interface SummaryPage {
  readonly items: readonly ScorecardSummary[];
  readonly totalItems: number;
}

export const DEFAULT_PAGE = 50;

/** Narrows, sorts and pages the model's rows. */
export function listSummaries(
  model: ReadinessModel,
  mask: RowMask,
  tree: GroupTree,
  request: ScorecardsRequest,
): SummaryPage {
  const selected = selectRows(model, mask, request, tree);
  const { directOwner, offset = 0, limit = DEFAULT_PAGE } = request;
  const rows =
    directOwner === undefined
      ? selected
      : selected.filter(row => hasOwner(model, row, directOwner));
  return {
    totalItems: rows.length,
    items: takeFirst(rows, offset + limit, createOrder(model, request))
      .slice(offset)
      .map(row => buildSummary(model, row)),
  };
}

/** The empty reference asks for entities without an owner. */
function hasOwner(model: ReadinessModel, row: number, owner: string): boolean {
  const id = model.columns.owner[row] ?? 0;
  return model.dictionaries.owner.getText(id) === owner.toLowerCase();
}

type Order = (a: number, b: number) => number;

function createOrder(
  model: ReadinessModel,
  { sort, category }: ScorecardsRequest,
): Order {
  const byTitle: Order = (a, b) =>
    compareKeys(model.sortKeys[a] ?? '', model.sortKeys[b] ?? '');
  const order = sort ?? (category === undefined ? 'name' : 'score');
  if (order === 'name') return byTitle;
  const isStrict = order.endsWith('strictScore');
  const direction = order.startsWith('-') ? -1 : 1;
  const getScore = createGetScore(model, category, isStrict);
  return (a, b) => {
    const scoreA = getScore(a);
    const scoreB = getScore(b);
    if (scoreA === scoreB) return byTitle(a, b);
    // Without a score comes last, whatever the direction.
    if (scoreA === NO_SCORE) return 1;
    if (scoreB === NO_SCORE) return -1;
    return (scoreA - scoreB) * direction;
  };
}

function createGetScore(
  model: ReadinessModel,
  category: string | undefined,
  isStrict: boolean,
): (row: number) => number {
  const { columns, categories } = model;
  const index = categories.findIndex(id => id === category);
  if (index < 0) {
    const column = isStrict ? columns.strictScore : columns.score;
    return row => column[row] ?? NO_SCORE;
  }
  const column = isStrict ? columns.categoryStrictScore : columns.categoryScore;
  return row => column[row * categories.length + index] ?? NO_SCORE;
}

function buildSummary(model: ReadinessModel, row: number): ScorecardSummary {
  const { columns, dictionaries } = model;
  const categories = model.getCategories(row);
  const evaluatedAt = columns.evaluatedAt[row] ?? NaN;
  const coverage = columns.coverage[row] ?? NaN;
  const text = <K extends 'type' | 'lifecycle' | 'owner' | 'system'>(key: K) =>
    dictionaries[key].getText(columns[key][row] ?? 0) || undefined;
  const title = model.titles[row];
  const type = text('type');
  const lifecycle = text('lifecycle');
  const owner = text('owner');
  const system = text('system');
  return {
    entityRef: model.entityRefs[row] ?? '',
    kind: dictionaries.kind.getText(columns.kind[row] ?? 0),
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
    ...(lifecycle !== undefined && { lifecycle }),
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    state: getState(columns.hasError[row] === 1, evaluatedAt),
    ...withScore('score', columns.score[row]),
    ...withScore('strictScore', columns.strictScore[row]),
    ...(!Number.isNaN(coverage) && {
      coverage: Math.round(coverage * 1_000) / 1_000,
    }),
    level: model.getLevel(row),
    ...(columns.bar[row] !== 0 && { meetsBar: columns.bar[row] === 1 }),
    outcomes: sumOutcomes(categories),
    categories,
    ...(!Number.isNaN(evaluatedAt) && {
      evaluatedAt: new Date(evaluatedAt).toISOString(),
    }),
    isStale: columns.isStale[row] === 1,
  };
}

function getState(hasError: boolean, evaluatedAt: number): EvaluationState {
  if (hasError) return 'failed';
  return Number.isNaN(evaluatedAt) ? 'queued' : 'evaluated';
}

function sumOutcomes(
  categories: ScorecardSummary['categories'],
): ScorecardSummary['outcomes'] {
  const sum = {
    pass: 0,
    fail: 0,
    unknown: 0,
    notApplicable: 0,
    error: 0,
    waived: 0,
  };
  for (const { outcomes } of categories) {
    sum.pass += outcomes.pass;
    sum.fail += outcomes.fail;
    sum.unknown += outcomes.unknown;
    sum.notApplicable += outcomes.notApplicable;
    sum.error += outcomes.error;
    sum.waived += outcomes.waived;
  }
  return sum;
}
