import type {
  CheckResult,
  EvaluatedSource,
  Problem,
  ReachedLevel,
  Scorecard,
} from 'backstage-plugin-readiness-common';
import type { Check, CheckContext } from '../check';
import { categories } from '../checklist/categories';
import type { CollectedFacts } from '../facts/collectedFacts';
import type { EntityFacts } from '../facts/entity';
import { mergeFacts } from '../facts/facts';
import { engineVersion } from '../version';
import {
  applyToResult,
  findUnneeded,
  readAttestations,
  readWaivers,
  type WaiverContext,
} from '../waivers';
import type { EvaluationConfig } from './config';
import { runCheck } from './fold';
import { getReachedLevel, meetsBar } from './level';
import { createIsSample } from './samplePaths';
import { score } from './score';
import { addSnippets } from './snippets';

/** A repository's facts and how it was read. @public */
export interface EvaluatedInput {
  readonly collected: CollectedFacts;
  readonly source: EvaluatedSource;
}

/** @public */
export interface EvaluationInput {
  readonly entity: EntityFacts;
  readonly sources: readonly EvaluatedInput[];
  readonly checks: readonly Check[];
  readonly config: EvaluationConfig;
  /** The day of the evaluation, `YYYY-MM-DD`, UTC; waivers expire by it. */
  readonly today: string;
  /** The bar, when a requirement matches the entity. */
  readonly requiredLevel?: ReachedLevel;
  /** Problems found before, e.g. of reading repositories. */
  readonly problems?: readonly Problem[];
  /** What the catalog and other scorecards know, where there are any. */
  readonly lookups?: Pick<WaiverContext, 'hasEntity' | 'passesElsewhere'>;
}

/**
 * Judges one entity: runs every check over the merged facts, applies waivers
 * and attestations, scores. Pure: the same input gives the same scorecard.
 *
 * @public
 */
export function evaluateEntity(input: EvaluationInput): Scorecard {
  const { entity, config, requiredLevel } = input;
  const waiverContext = createWaiverContext(input);
  const waiverReading = readWaivers(entity.annotations, waiverContext);
  const attestationReading = readAttestations(
    entity.annotations,
    waiverContext,
  );
  const results = runChecks(input).map(({ check, folded }) =>
    applyToResult(
      folded,
      check,
      waiverReading.waivers,
      attestationReading.attestations,
    ),
  );
  const level = getReachedLevel(results, config);
  return {
    entityRef: entity.entityRef,
    engineVersion,
    ...score(results, config),
    level,
    ...(requiredLevel !== undefined && {
      requiredLevel,
      meetsBar: meetsBar(results, level, requiredLevel, config),
    }),
    results,
    problems: [
      ...(input.problems ?? []),
      ...input.sources.flatMap(({ collected }) => collected.problems),
      ...waiverReading.problems,
      ...attestationReading.problems,
      ...findUnneeded(results, waiverReading.waivers),
      ...findBroken(results),
    ],
    sources: input.sources.map(({ source }) => source),
  };
}

function runChecks(input: EvaluationInput) {
  const collected = input.sources.map(source => source.collected);
  const context: CheckContext = {
    facts: mergeFacts(collected.map(({ facts }) => facts)),
    entity: input.entity,
    options: input.config.options,
    scope: {
      repositoryCount: collected.length,
      fileCount: collected.reduce((sum, { fileCount }) => sum + fileCount, 0),
      isTruncated: collected.some(({ isTruncated }) => isTruncated),
    },
  };
  const isSample = createIsSample(
    context.facts,
    collected.map(({ subPath }) => subPath),
  );
  return input.checks
    .filter(check => input.config.rollout[check.id] !== 'off')
    .map(check => {
      const folded = runCheck(check, context, isSample);
      const findings = folded.findings.map(finding =>
        addSnippets(finding, collected),
      );
      return { check, folded: { ...folded, findings } };
    });
}

function createWaiverContext({
  checks,
  config,
  today,
  lookups,
}: EvaluationInput): WaiverContext {
  return {
    today,
    config: config.waivers,
    checkIds: new Set(checks.map(check => check.id)),
    categoryIds: new Set(categories.map(category => category.id)),
    unwaivableIds: new Set(
      checks.filter(check => !check.isWaivable).map(check => check.id),
    ),
    ...lookups,
  };
}

function findBroken(results: readonly CheckResult[]): Problem[] {
  return results
    .filter(result => result.outcome === 'error')
    .map(result => ({
      kind: 'check-error',
      message: `${result.checkId}: ${result.message}`,
    }));
}
