import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Check, EvaluationConfig } from 'backstage-plugin-readiness-node';
import type { Knex } from 'knex';
import { takeChangeSequence } from '../../database/changeSequence';
import { DependentStore } from '../../database/DependentStore';
import {
  PreparedScorecard,
  prepareScorecard,
  ScorecardDigests,
  ScorecardStore,
} from '../../database/ScorecardStore';
import {
  EvaluationMark,
  TargetRow,
  TargetStore,
} from '../../database/TargetStore';
import { addJitter } from '../../queue/addJitter';
import { LeaseQueue, NextDue } from '../../queue/LeaseQueue';
import { hasExpiringAnnotations } from '../../targets/findMentionedRefs';
import { evaluateTarget } from './evaluateTarget';
import { FactCache } from './FactCache';
import { digestText } from './stableDigest';
import { TargetPreparation, TargetWork } from './TargetPreparation';

const BATCH = 50;
const DAY = 24 * 60 * 60 * 1_000;

/** What became of a target. */
interface Outcome {
  readonly work: TargetWork;
  readonly mark?: EvaluationMark;
  readonly prepared?: PreparedScorecard;
}

/** Judges due targets; what has not changed is neither computed nor written. */
export class TargetWorker {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly queue: LeaseQueue<TargetRow>;
      readonly targets: TargetStore;
      readonly dependents: DependentStore;
      readonly preparation: TargetPreparation;
      readonly factCache: FactCache;
      readonly scorecards: ScorecardStore;
      readonly checks: readonly Check[];
      readonly config: EvaluationConfig;
      readonly intervalMilliseconds: number;
      readonly logger: LoggerService;
      readonly now?: () => number;
    },
  ) {}

  async runBatch(): Promise<number> {
    const { token, rows } = await this.options.queue.lease(BATCH);
    if (rows.length === 0) return 0;
    // What is asked for from now on is not answered by this evaluation.
    const startedAt = this.getNow();
    const works = await this.options.preparation.prepare(
      rows,
      formatDay(startedAt),
    );
    const outcomes = await this.evaluate(works, startedAt);
    await this.save(token, outcomes, startedAt);
    return rows.length;
  }

  private async evaluate(
    works: readonly TargetWork[],
    startedAt: number,
  ): Promise<readonly Outcome[]> {
    const changed = works.filter(
      work => !work.isWaiting && work.digest !== work.target.evaluationDigest,
    );
    const facts = await this.options.factCache.getFacts(
      changed.flatMap(({ sources }) =>
        sources.flatMap(({ key }) => (key === undefined ? [] : [key.digest])),
      ),
    );
    const known = await this.options.scorecards.getDigests(
      changed.map(({ target }) => target.entityRef),
    );
    const outcomes: Outcome[] = [];
    for (const work of works) {
      if (work.isWaiting) outcomes.push({ work });
      else if (!changed.includes(work)) {
        outcomes.push({
          work,
          mark: createMark(work, startedAt, { digest: work.digest }),
        });
      } else {
        outcomes.push(await this.evaluateOne(work, facts, known, startedAt));
        await yieldToOthers();
      }
    }
    return outcomes;
  }

  /** An entity that breaks never stops the others. */
  private async evaluateOne(
    work: TargetWork,
    facts: Parameters<typeof evaluateTarget>[0]['facts'],
    known: ReadonlyMap<string, ScorecardDigests>,
    startedAt: number,
  ): Promise<Outcome> {
    const { checks, config, logger } = this.options;
    const { entityRef } = work.target;
    try {
      const scorecard = evaluateTarget({
        payload: work.payload,
        sources: work.sources,
        mentioned: work.mentioned,
        facts,
        checks,
        config,
        today: formatDay(startedAt),
      });
      const json = JSON.stringify(scorecard);
      const digest = digestText(json);
      const mark = createMark(work, startedAt, { digest: work.digest });
      const stored = known.get(entityRef);
      if (stored?.digest === digest) return { work, mark };
      const changed = { scorecard, json, digest };
      return { work, mark, prepared: await prepareScorecard(changed, stored) };
    } catch (error) {
      logger.error(`Evaluating ${entityRef} failed: ${error}`);
      return {
        work,
        mark: createMark(work, startedAt, { error: String(error) }),
      };
    }
  }

  private async save(
    token: string,
    outcomes: readonly Outcome[],
    startedAt: number,
  ): Promise<void> {
    const { knex, queue, scorecards, targets, dependents } = this.options;
    await knex.transaction(async transaction => {
      const changeSequence = await takeChangeSequence(transaction);
      const held = new Set(
        await queue.complete(
          transaction,
          token,
          outcomes.map(({ work }) => this.getNextDue(work, startedAt)),
        ),
      );
      const ours = outcomes.filter(({ work }) =>
        held.has(work.target.entityRef),
      );
      const changed = ours.flatMap(({ prepared }) => prepared ?? []);
      await scorecards.saveScorecards(transaction, changed, startedAt);
      await dependents.markMentioningDue(
        transaction,
        changed.map(({ row }) => row.entity_ref),
        startedAt,
      );
      await targets.saveEvaluations(
        transaction,
        ours.flatMap(({ mark }) => mark ?? []),
        changeSequence,
      );
    });
  }

  private getNextDue({ target, payload }: TargetWork, now: number): NextDue {
    const regular = now + addJitter(this.options.intervalMilliseconds);
    if (!hasExpiringAnnotations(payload.entity)) {
      return { id: target.entityRef, dueAt: regular };
    }
    // Waivers end with the day, in UTC.
    const tomorrow = (Math.floor(now / DAY) + 1) * DAY;
    const dueAt = Math.min(regular, tomorrow + Math.random() * 10 * 60_000);
    return { id: target.entityRef, dueAt };
  }

  private getNow(): number {
    return this.options.now?.() ?? Date.now();
  }
}

function createMark(
  { target }: TargetWork,
  evaluatedAt: number,
  result: { readonly digest?: string; readonly error?: string },
): EvaluationMark {
  return {
    entityRef: target.entityRef,
    evaluatedAt,
    evaluationDigest: result.digest,
    error: result.error,
  };
}

/** `YYYY-MM-DD`, UTC. */
function formatDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
