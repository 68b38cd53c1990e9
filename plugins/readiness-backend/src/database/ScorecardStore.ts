import type {
  OutcomeCounts,
  ReachedLevel,
  Scorecard,
  TrendPoint,
} from 'backstage-plugin-readiness-common';
import type { Knex } from 'knex';
import { chunk, compact, Row, toNumber, whereAnyOf } from './columns';
import { compressText, decompressText } from './compression';

/** Score, strict score, coverage in percent, and the six counts; -1 for absent. */
export type PackedCategory = readonly number[];

/** Category scores by category id, as numbers. */
export type PackedCategories = Readonly<Record<string, PackedCategory>>;

/** A scorecard that differs from the one stored. */
export interface ChangedScorecard {
  readonly scorecard: Scorecard;
  /** The scorecard as JSON. */
  readonly json: string;
  readonly digest: string;
}

/** Fingerprints of a stored scorecard. */
export interface ScorecardDigests {
  readonly digest: string;
  readonly historyDigest: string;
}

const TABLE = 'readiness_scorecards';
const HISTORY = 'readiness_history';
/** Rows hold compressed scorecards. */
const ROWS_PER_STATEMENT = 100;

/** Latest scorecards and the history of scores. */
export class ScorecardStore {
  constructor(private readonly knex: Knex) {}

  async getScorecards(
    entityRefs: readonly string[],
  ): Promise<
    ReadonlyMap<
      string,
      { readonly scorecard: Scorecard; readonly changedAt: number }
    >
  > {
    const rows: Row[] = await whereAnyOf(
      this.knex(TABLE).select('entity_ref', 'scorecard', 'changed_at'),
      'entity_ref',
      entityRefs,
    );
    const entries = await Promise.all(
      rows.map(async row => {
        const text = Buffer.isBuffer(row.scorecard)
          ? await decompressText(row.scorecard)
          : 'null';
        return [
          String(row.entity_ref),
          {
            scorecard: parseScorecard(text),
            changedAt: Number(row.changed_at),
          },
        ] as const;
      }),
    );
    return new Map(entries);
  }

  async getDigests(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ScorecardDigests>> {
    const rows: Row[] = await whereAnyOf(
      this.knex(TABLE).select('entity_ref', 'digest', 'history_digest'),
      'entity_ref',
      entityRefs,
    );
    return new Map(
      rows.map(row => [
        String(row.entity_ref),
        {
          digest: String(row.digest),
          historyDigest: String(row.history_digest),
        },
      ]),
    );
  }

  /** Writes changed scorecards, and history where the scores changed too. */
  async saveScorecards(
    transaction: Knex,
    changed: readonly PreparedScorecard[],
    now: number,
  ): Promise<void> {
    for (const part of chunk(changed, ROWS_PER_STATEMENT)) {
      await transaction(TABLE)
        .insert(part.map(prepared => ({ ...prepared.row, changed_at: now })))
        .onConflict('entity_ref')
        .merge();
      await saveHistory(
        transaction,
        part.filter(prepared => prepared.hasNewScores),
        now,
      );
    }
  }

  /** Scores of an entity since a time, oldest first. */
  async getTrend(
    entityRef: string,
    since: number,
  ): Promise<readonly TrendPoint[]> {
    const rows: Row[] = await this.knex(HISTORY)
      .where('entity_ref', entityRef)
      .andWhere(query =>
        query.whereNull('valid_to').orWhere('valid_to', '>', since),
      )
      .orderBy('valid_from');
    return rows.map(row =>
      compact({
        from: new Date(Number(row.valid_from)).toISOString(),
        score: toNumber(row.score),
        strictScore: toNumber(row.strict_score),
        level: toLevel(Number(row.level)),
      }),
    );
  }

  async pruneHistory(before: number): Promise<void> {
    await this.knex(HISTORY).where('valid_to', '<', before).delete();
  }
}

/** A scorecard made ready before the transaction that writes it. */
export interface PreparedScorecard {
  readonly hasNewScores: boolean;
  readonly row: {
    readonly entity_ref: string;
    readonly scorecard: Buffer;
    readonly digest: string;
    readonly history_digest: string;
    readonly score: number | null;
    readonly strict_score: number | null;
    readonly coverage: number | null;
    readonly level: number;
    readonly required_level: number | null;
    readonly meets_bar: boolean | null;
    readonly categories: string;
    readonly waivers: string;
  };
}

/** Compresses a changed scorecard and tells whether its scores are new. */
export async function prepareScorecard(
  { scorecard, json, digest }: ChangedScorecard,
  known: ScorecardDigests | undefined,
): Promise<PreparedScorecard> {
  const categories = JSON.stringify(packCategories(scorecard));
  const { score, strictScore, level } = scorecard;
  const historyDigest = JSON.stringify([score, strictScore, level, categories]);
  return {
    hasNewScores: known?.historyDigest !== historyDigest,
    row: {
      entity_ref: scorecard.entityRef,
      scorecard: await compressText(json),
      digest,
      history_digest: historyDigest,
      score: score ?? null,
      strict_score: strictScore ?? null,
      coverage: scorecard.coverage ?? null,
      level,
      required_level: scorecard.requiredLevel ?? null,
      meets_bar: scorecard.meetsBar ?? null,
      categories,
      waivers: JSON.stringify(listWaiverEnds(scorecard)),
    },
  };
}

async function saveHistory(
  transaction: Knex,
  changed: readonly PreparedScorecard[],
  now: number,
): Promise<void> {
  if (changed.length === 0) return;
  const refs = changed.map(prepared => prepared.row.entity_ref);
  await whereAnyOf(transaction(HISTORY), 'entity_ref', refs)
    .whereNull('valid_to')
    .update({ valid_to: now });
  await transaction(HISTORY)
    .insert(
      changed.map(({ row }) => ({
        entity_ref: row.entity_ref,
        valid_from: now,
        valid_to: null,
        score: row.score,
        strict_score: row.strict_score,
        level: row.level,
        categories: row.categories,
      })),
    )
    .onConflict(['entity_ref', 'valid_from'])
    .merge();
}

function packCategories(scorecard: Scorecard): PackedCategories {
  return Object.fromEntries(
    scorecard.categories.map(category => [
      category.id,
      [
        category.score ?? -1,
        category.strictScore ?? -1,
        category.coverage === undefined ? -1 : round(category.coverage * 100),
        ...listCounts(category.outcomes),
      ],
    ]),
  );
}

function listCounts(counts: OutcomeCounts): readonly number[] {
  const { pass, fail, unknown, notApplicable, error, waived } = counts;
  return [pass, fail, unknown, notApplicable, error, waived];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Last days of waivers that hold, each once; empty text for those without end. */
function listWaiverEnds(scorecard: Scorecard): readonly string[] {
  const ends = new Map<string, string>();
  for (const { waiver } of scorecard.results) {
    if (waiver?.state === 'active' || waiver?.state === 'expiring') {
      ends.set(waiver.id, waiver.until ?? '');
    }
  }
  return [...ends.values()];
}

function parseScorecard(text: string): Scorecard {
  return JSON.parse(text);
}

export function toLevel(level: number): ReachedLevel {
  switch (level) {
    case 1:
    case 2:
    case 3:
      return level;
    default:
      return 0;
  }
}
