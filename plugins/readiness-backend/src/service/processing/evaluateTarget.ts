import type { Problem, Scorecard } from 'backstage-plugin-readiness-common';
import {
  Check,
  CollectedFacts,
  createEmptyFacts,
  createEntityFacts,
  evaluateEntity,
  EvaluatedInput,
  EvaluationConfig,
  getRequiredLevel,
} from 'backstage-plugin-readiness-node';
import type { FactKey } from '../../database/FactStore';
import type { RepositoryRow } from '../../database/RepositoryStore';
import type { TargetLink } from '../../database/TargetStore';
import type { TargetPayload } from './targetPayload';

/** A linked repository: its facts, or why there are none. */
export interface LinkedSource {
  readonly link: TargetLink;
  readonly repository: RepositoryRow;
  readonly key?: FactKey;
}

/** What one entity is judged by. */
export interface TargetInput {
  readonly payload: TargetPayload;
  readonly sources: readonly LinkedSource[];
  readonly facts: ReadonlyMap<string, CollectedFacts>;
  readonly checks: readonly Check[];
  readonly config: EvaluationConfig;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** Scorecards of entities that waivers mention. */
  readonly mentioned: ReadonlyMap<string, Scorecard>;
}

/** Judges an entity by the facts of its repositories. */
export function evaluateTarget(input: TargetInput): Scorecard {
  const { payload, sources, facts, checks, config, today } = input;
  const requiredLevel = getRequiredLevel(payload.entity, config);
  return evaluateEntity({
    entity: createEntityFacts(payload.entity, payload.catalog),
    sources: sources.map(source => createInput(source, facts)),
    checks,
    config,
    today,
    problems: payload.problems,
    ...(requiredLevel !== undefined && { requiredLevel }),
    lookups: {
      hasEntity: ref => payload.mentioned[ref.toLowerCase()] !== false,
      passesElsewhere: (ref, id) => passes(input.mentioned.get(ref), id),
    },
  });
}

function createInput(
  { link, repository, key }: LinkedSource,
  facts: ReadonlyMap<string, CollectedFacts>,
): EvaluatedInput {
  const collected =
    facts.get(key?.digest ?? '') ?? createUnread(link, repository);
  const { revision } = collected;
  const { ref } = repository;
  return {
    collected,
    source: {
      repository: repository.url,
      subPath: link.subPath,
      fileCount: collected.fileCount,
      ...(revision !== undefined && { revision }),
      ...(ref !== undefined && { ref }),
    },
  };
}

/** A repository that was never read proves neither presence nor absence. */
function createUnread(
  link: TargetLink,
  repository: RepositoryRow,
): CollectedFacts {
  const problem: Problem = {
    kind: 'unreadable-repository',
    repository: repository.url,
    message: `${repository.url} could not be read: ${
      repository.error ?? 'no reason is known'
    }`,
  };
  return {
    repository: repository.url,
    subPath: link.subPath,
    facts: createEmptyFacts(),
    problems: [problem],
    lines: {},
    fileCount: 0,
    isTruncated: true,
  };
}

/** Whether a check, or every applicable check of a category, passes. */
function passes(scorecard: Scorecard | undefined, id: string) {
  const results = scorecard?.results.filter(
    result => result.checkId === id || result.category === id,
  );
  const applicable = results?.filter(
    result => result.outcome !== 'not-applicable',
  );
  if (applicable === undefined || applicable.length === 0) return undefined;
  return applicable.every(result => result.outcome === 'pass');
}
