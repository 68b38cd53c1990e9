import type { Scorecard } from 'backstage-plugin-readiness-common';
import type { Check, EvaluationConfig } from 'backstage-plugin-readiness-node';
import { FactKey, FactStore } from '../../database/FactStore';
import { RepositoryStore } from '../../database/RepositoryStore';
import { ScorecardStore } from '../../database/ScorecardStore';
import { TargetLink, TargetRow, TargetStore } from '../../database/TargetStore';
import { hasExpiringAnnotations } from '../../targets/findMentionedRefs';
import type { LinkedSource } from './evaluateTarget';
import { digestOf } from './stableDigest';
import {
  listLeanedOn,
  parseTargetPayload,
  TargetPayload,
} from './targetPayload';

/** A leased target with all that its result hangs on. */
export interface TargetWork {
  readonly target: TargetRow;
  readonly payload: TargetPayload;
  readonly sources: readonly LinkedSource[];
  /** Repositories were not read yet: the target comes back after them. */
  readonly isWaiting: boolean;
  /** Scorecards of entities that waivers mention. */
  readonly mentioned: ReadonlyMap<string, Scorecard>;
  /** Of everything the result hangs on. */
  readonly digest: string;
}

type FindSource = (link: TargetLink) => LinkedSource | undefined;

/** Gathers what targets are judged by, with a fixed number of queries a batch. */
export class TargetPreparation {
  private readonly configDigest: string;

  constructor(
    private readonly options: {
      readonly targets: TargetStore;
      readonly repositories: RepositoryStore;
      readonly facts: FactStore;
      readonly scorecards: ScorecardStore;
      readonly checks: readonly Check[];
      readonly config: EvaluationConfig;
      readonly factsVersion: string;
      readonly engineVersion: string;
    },
  ) {
    this.configDigest = digestOf([
      options.config,
      options.engineVersion,
      options.checks.map(({ id, version }) => [id, version]),
    ]);
  }

  async prepare(
    targets: readonly TargetRow[],
    today: string,
  ): Promise<readonly TargetWork[]> {
    const links = await this.options.targets.getLinks(
      targets.map(target => target.entityRef),
    );
    const findSource = await this.loadSources([...links.values()].flat());
    const payloads = targets.map(({ entity }) => parseTargetPayload(entity));
    const mentioned = await this.getMentioned(payloads);
    return targets.map((target, index) => {
      const payload = payloads[index] ?? parseTargetPayload(target.entity);
      const own = links.get(target.entityRef) ?? [];
      const sources = own.flatMap(link => findSource(link) ?? []);
      const inputs = { target, payload, sources, mentioned };
      return {
        ...inputs,
        isWaiting:
          sources.length < own.length ||
          sources.some(source => isYetToBeRead(source, target)),
        digest: this.digestWork(inputs, today),
      };
    });
  }

  private async loadSources(links: readonly TargetLink[]): Promise<FindSource> {
    const { factsVersion } = this.options;
    const ids = [...new Set(links.map(link => link.repositoryId))];
    const repositories = await this.options.repositories.getRepositories(ids);
    const keys = new Map<string, FactKey>();
    for (const key of await this.options.facts.getKeys(ids)) {
      // Facts of another version may have another shape.
      if (key.factsVersion === factsVersion) keys.set(formatLink(key), key);
    }
    return link => {
      const repository = repositories.get(link.repositoryId);
      const key = keys.get(formatLink(link));
      if (repository === undefined) return undefined;
      return { link, repository, ...(key !== undefined && { key }) };
    };
  }

  /** Scorecards of entities that waivers say meet a check. */
  private async getMentioned(payloads: readonly TargetPayload[]) {
    const refs = new Set(payloads.flatMap(listLeanedOn));
    if (refs.size === 0) return new Map<string, Scorecard>();
    const stored = await this.options.scorecards.getScorecards([...refs]);
    return new Map([...stored].map(([ref, { scorecard }]) => [ref, scorecard]));
  }

  private digestWork(
    {
      target,
      payload,
      sources,
      mentioned,
    }: Pick<TargetWork, 'target' | 'payload' | 'sources' | 'mentioned'>,
    today: string,
  ): string {
    return digestOf([
      this.configDigest,
      target.digest,
      sources.map(({ key, repository }) => key?.digest ?? repository.error),
      hasExpiringAnnotations(payload.entity) ? today : '',
      listLeanedOn(payload).map(ref =>
        mentioned
          .get(ref)
          ?.results.map(({ checkId, outcome }) => [checkId, outcome]),
      ),
    ]);
  }
}

/**
 * A repository that fails from the start is reported as such; one that was
 * read before is waited for, and the last result kept.
 */
function isYetToBeRead(
  { repository, key }: LinkedSource,
  target: TargetRow,
): boolean {
  if (key !== undefined) return false;
  if (repository.failingSince === undefined) return true;
  return repository.readAt !== undefined && target.evaluatedAt !== undefined;
}

function formatLink(link: TargetLink): string {
  return `${link.repositoryId}\0${link.subPath}`;
}
