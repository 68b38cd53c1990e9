import type {
  CategoryScore,
  ReachedLevel,
  ScorecardSummary,
} from 'backstage-plugin-readiness-common';
import { sampleCategories } from './sampleChecklist';

/** Reference, title, parent, entities, how good they are. */
type SampleGroup = readonly [
  name: string,
  title: string,
  parent: string | undefined,
  entities: number,
  quality: number,
];

const GROUPS: readonly SampleGroup[] = [
  ['', 'No owner', undefined, 5, 41],
  ['analytics', 'Analytics', undefined, 22, 59],
  ['corporate', 'Corporate systems', undefined, 19, 71],
  ['mobile', 'Mobile and web', undefined, 34, 77],
  ['platform', 'Platform', undefined, 0, 80],
  ['data-platform', 'Data platform', 'platform', 21, 58],
  ['developer-experience', 'Developer experience', 'platform', 13, 88],
  ['observability', 'Observability', 'platform', 8, 95],
  ['kubernetes', 'Kubernetes', 'platform', 16, 97],
  ['commerce', 'Commerce', undefined, 1, 82],
  ['fulfilment', 'Fulfilment', 'commerce', 19, 66],
  ['search', 'Search', 'commerce', 11, 79],
  ['checkout', 'Checkout', 'commerce', 7, 88],
  ['catalogue', 'Catalogue', 'commerce', 14, 91],
  ['payments', 'Payments', 'commerce', 12, 94],
  ['identity', 'Identity and trust', undefined, 27, 88],
];

const CHECKOUT = [
  'orders',
  'gift-cards',
  'promotions',
  'cart',
  'checkout-api',
  'checkout-web',
  'tax',
];

/** An owner of the sample organisation. */
export interface SampleOwner {
  readonly id: string;
  readonly title: string;
  readonly parentId?: string;
}

/** Groups in the shape of rows. */
export const sampleOwners: readonly SampleOwner[] = GROUPS.map(
  ([name, title, parent]) => ({
    id: getGroupRef(name),
    title,
    ...(parent && { parentId: getGroupRef(parent) }),
  }),
);

/** Entities with scores, the same at every run. */
export const sampleEntities: readonly ScorecardSummary[] = GROUPS.flatMap(
  ([group, , , count, quality]) =>
    Array.from({ length: count }, (_, index) =>
      createEntity(group, index, quality),
    ),
);

/** An organisation of this many groups, for the grid's size. */
export function createManyEntities(
  groups: number,
): readonly ScorecardSummary[] {
  return Array.from({ length: groups }, (_, index) => ({
    ...createEntity(`team-${index}`, 0, 40 + (index % 60)),
  }));
}

function createEntity(
  group: string,
  index: number,
  quality: number,
): ScorecardSummary {
  const random = createRandom(`${group}${index}`);
  const name =
    (group === 'checkout' && CHECKOUT[index]) ||
    `${group || 'orphan'}-service-${index + 1}`;
  const base = quality + random(-14, 14);
  const categories = sampleCategories.map(({ id }, place) =>
    createCategoryScore(
      id,
      base + ((place * 7) % 13) - 6 + random(-9, 9),
      random,
    ),
  );
  const scores = categories.flatMap(({ score }) => score ?? []);
  const score = Math.round(
    scores.reduce((sum, each) => sum + each, 0) / Math.max(1, scores.length),
  );
  const level = getLevel(score);
  const owner = getGroupRef(group);
  return {
    entityRef: `component:default/${name}`,
    kind: 'Component',
    type: ['service', 'website', 'library'][index % 3] ?? 'service',
    lifecycle: index % 5 === 4 ? 'experimental' : 'production',
    ...(owner && { owner }),
    system: `system:default/${['shop', 'warehouse', 'insight'][index % 3]}`,
    state: 'evaluated',
    score,
    strictScore: Math.max(0, score - random(0, 8)),
    coverage: 0.9 + random(0, 9) / 100,
    level,
    meetsBar: level >= 2,
    outcomes: {
      pass: 80,
      fail: 20,
      unknown: 3,
      notApplicable: 16,
      error: 0,
      waived: 3,
    },
    categories,
    evaluatedAt: '2026-11-22T09:14:00Z',
    isStale: index === 13,
  };
}

function createCategoryScore(
  id: CategoryScore['id'],
  wanted: number,
  random: (from: number, to: number) => number,
): CategoryScore {
  const score = Math.max(12, Math.min(100, Math.round(wanted)));
  const isEmpty = random(0, 100) < 4;
  const waived = random(0, 10) < 2 ? 1 : 0;
  const fail = score === 100 ? 0 : Math.max(1, Math.round((100 - score) / 14));
  const outcomes = {
    pass: Math.max(1, 8 - fail),
    fail,
    unknown: random(0, 10) < 2 ? 1 : 0,
    notApplicable: random(0, 3),
    error: 0,
    waived,
  };
  if (isEmpty) {
    const isUndecided = random(0, 10) < 3;
    return {
      id,
      outcomes: {
        pass: 0,
        fail: 0,
        unknown: isUndecided ? 2 : 0,
        notApplicable: 7,
        error: 0,
        waived: 0,
      },
    };
  }
  return {
    id,
    score,
    strictScore: Math.max(0, score - 5 * (waived + outcomes.unknown)),
    coverage: 0.95,
    outcomes,
  };
}

function getLevel(score: number): ReachedLevel {
  if (score >= 97) return 3;
  if (score >= 86) return 2;
  return score >= 70 ? 1 : 0;
}

function getGroupRef(name: string): string {
  return name === '' ? '' : `group:default/${name}`;
}

/** Numbers that look random and are the same at every run. */
function createRandom(seed: string): (from: number, to: number) => number {
  let state = 7;
  for (const letter of seed)
    state = (state * 31 + letter.charCodeAt(0)) % 233280;
  return (from, to) => {
    state = (state * 9301 + 49297) % 233280;
    return from + Math.floor((state / 233280) * (to - from + 1));
  };
}
