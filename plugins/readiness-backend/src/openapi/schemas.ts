/** A part of the OpenAPI document; JSON Schema 2020-12. */
export interface Schema {
  readonly [key: string]: unknown;
}

const text: Schema = { type: 'string' };
const time: Schema = { type: 'string', format: 'date-time' };
const day: Schema = { type: 'string', format: 'date' };
const count: Schema = { type: 'integer', minimum: 0 };
const flag: Schema = { type: 'boolean' };
const percent: Schema = { type: 'number', minimum: 0, maximum: 100 };
const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
const level: Schema = { type: 'integer', enum: [0, 1, 2, 3] };
const severity = oneOf('critical', 'high', 'medium', 'low');
const outcome = oneOf('pass', 'fail', 'unknown', 'not-applicable', 'error');
const state = oneOf('queued', 'evaluating', 'evaluated', 'failed');

function oneOf(...values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** An object; a key that ends in `?` is optional. */
function object(properties: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(properties);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      entries.map(([key, schema]) => [key.replace(/\?$/, ''), schema]),
    ),
    required: entries.map(([key]) => key).filter(key => !key.endsWith('?')),
  };
}

const scores = {
  'score?': percent,
  'strictScore?': percent,
  'coverage?': share,
};

const checklistSchemas: Readonly<Record<string, Schema>> = {
  Checklist: object({
    version: text,
    categories: list(
      object({ id: text, position: count, title: text, description: text }),
    ),
    checks: list(ref('CheckDescription')),
  }),
  CheckDescription: object({
    id: text,
    version: count,
    category: text,
    title: text,
    description: text,
    rationale: text,
    level,
    severity,
    kind: oneOf('presence', 'subject'),
    isAttestable: flag,
    isWaivable: flag,
    knownAs: list(text),
    references: list(object({ title: text, url: text })),
    remediation: object({
      summary: text,
      effortMinutes: { type: 'number' },
      snippets: { type: 'object', additionalProperties: text },
    }),
    rollout: oneOf('off', 'announced', 'counted', 'required'),
  }),
};

const scorecardSchemas: Readonly<Record<string, Schema>> = {
  OutcomeCounts: object({
    pass: count,
    fail: count,
    unknown: count,
    notApplicable: count,
    error: count,
    waived: count,
  }),
  CategoryScore: object({
    id: text,
    ...scores,
    outcomes: ref('OutcomeCounts'),
  }),
  Evidence: object({
    path: text,
    startLine: count,
    endLine: count,
    'repository?': text,
    'snippet?': text,
    'url?': text,
  }),
  Finding: object({
    outcome: oneOf('pass', 'fail', 'unknown'),
    subject: text,
    'aspect?': text,
    rules: list(text),
    partial: flag,
    message: text,
    'expected?': text,
    'actual?': text,
    evidence: list(ref('Evidence')),
  }),
  Waiver: object({
    id: text,
    kind: oneOf(
      'not-applicable',
      'accepted-risk',
      'met-elsewhere',
      'not-detected',
      'planned',
    ),
    reason: text,
    'until?': day,
    'approvedBy?': text,
    'link?': text,
    'entity?': text,
    'subjects?': list(text),
    state: oneOf(
      'active',
      'expiring',
      'unapproved',
      'expired',
      'invalid',
      'orphaned',
      'unneeded',
    ),
  }),
  Attestation: object({
    id: text,
    evidence: text,
    on: day,
    by: text,
    until: day,
    state: oneOf('active', 'expired', 'unneeded', 'contradicted'),
  }),
  CheckResult: object({
    checkId: text,
    category: text,
    severity,
    level,
    outcome,
    'credit?': share,
    message: text,
    findings: list(ref('Finding')),
    'waiver?': ref('Waiver'),
    'attestation?': ref('Attestation'),
  }),
  Problem: object({
    kind: text,
    message: text,
    'path?': text,
    'startLine?': count,
    'repository?': text,
    'annotation?': text,
  }),
  Scorecard: object({
    entityRef: text,
    engineVersion: text,
    ...scores,
    level,
    'requiredLevel?': level,
    'meetsBar?': flag,
    categories: list(ref('CategoryScore')),
    results: list(ref('CheckResult')),
    problems: list(ref('Problem')),
    sources: list(
      object({
        repository: text,
        'revision?': text,
        'ref?': text,
        subPath: text,
        fileCount: count,
      }),
    ),
  }),
  StoredScorecard: object({
    entityRef: text,
    state,
    'scorecard?': ref('Scorecard'),
    'evaluatedAt?': time,
    'changedAt?': time,
    'nextEvaluationAt?': time,
    'stale?': object({ since: time, reason: text }),
    trend: list(
      object({ from: time, 'score?': percent, 'strictScore?': percent, level }),
    ),
  }),
};

const listSchemas: Readonly<Record<string, Schema>> = {
  FailingCheck: object({
    checkId: text,
    severity,
    outcome,
    isWaived: flag,
    message: text,
    'subject?': text,
    'evidenceUrl?': text,
    'evidenceLabel?': text,
    failingFindings: count,
  }),
  ScorecardSummary: object({
    entityRef: text,
    'title?': text,
    kind: text,
    'type?': text,
    'lifecycle?': text,
    'owner?': text,
    'system?': text,
    state,
    ...scores,
    level,
    'meetsBar?': flag,
    outcomes: ref('OutcomeCounts'),
    categories: list(ref('CategoryScore')),
    'evaluatedAt?': time,
    isStale: flag,
    'failing?': list(ref('FailingCheck')),
  }),
  Scorecards: object({
    items: list(ref('ScorecardSummary')),
    totalItems: count,
  }),
};

const heatmapSchemas: Readonly<Record<string, Schema>> = {
  HeatmapCell: object({
    'score?': percent,
    'strictScore?': percent,
    scored: count,
    undecided: count,
    notApplicable: count,
    outcomes: ref('OutcomeCounts'),
  }),
  HeatmapRow: object({
    id: text,
    title: text,
    'parentId?': text,
    entities: count,
    directEntities: count,
    meetsBar: count,
    withBar: count,
    ...scores,
    'level?': level,
    cells: list(ref('HeatmapCell')),
  }),
  Heatmap: object({
    groupBy: text,
    columns: list(text),
    summary: ref('HeatmapRow'),
    rows: list(ref('HeatmapRow')),
    'totalRows?': count,
    facets: object({
      kinds: list(text),
      types: list(text),
      lifecycles: list(text),
      owners: list(text),
      systems: list(text),
      domains: list(text),
      tags: list(text),
    }),
    freshness: object({
      upToDate: count,
      stale: count,
      'oldestEvaluatedAt?': time,
    }),
    waivers: object({ active: count, expiringWithin30Days: count }),
  }),
};

const otherSchemas: Readonly<Record<string, Schema>> = {
  EvaluationRequest: object({
    entityRef: text,
    state: oneOf('queued', 'evaluating'),
  }),
  Status: object({
    targets: object({
      total: count,
      evaluated: count,
      due: count,
      leased: count,
      failed: count,
    }),
    repositories: object({
      total: count,
      due: count,
      leased: count,
      failed: count,
      backingOff: count,
    }),
    lagSeconds: count,
    hasCatalogBeenRead: flag,
    errors: list(
      object({ what: text, message: text, since: time, 'retryAt?': time }),
    ),
  }),
  Error: {
    type: 'object',
    required: ['error', 'response'],
    properties: {
      error: {
        type: 'object',
        required: ['name', 'message'],
        properties: { name: text, message: text },
      },
      response: {
        type: 'object',
        required: ['statusCode'],
        properties: { statusCode: count },
      },
    },
  },
};

/** Everything the API answers, as `readiness-common` types it. */
export const schemas: Readonly<Record<string, Schema>> = {
  ...checklistSchemas,
  ...scorecardSchemas,
  ...listSchemas,
  ...heatmapSchemas,
  ...otherSchemas,
};
