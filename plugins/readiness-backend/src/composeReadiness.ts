import type {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  categories,
  Check,
  Collector,
  defaultCollectorOptions,
  describeChecklist,
  engineVersion,
  readEvaluationConfig,
} from 'backstage-plugin-readiness-node';
import type { Knex } from 'knex';
import { ModelKeeper } from './heatmap/ModelKeeper';
import { createQueues, createStores, Queues, Stores } from './createStores';
import { BackendConfig, readConfig } from './readConfig';
import { formatFileLink } from './repository/formatFileLink';
import { RepositoryReader } from './repository/RepositoryReader';
import type { FormatLink } from './service/addEvidenceLinks';
import { AuthorizedReadinessService } from './service/AuthorizedReadinessService';
import { DefaultReadinessService } from './service/DefaultReadinessService';
import { VisibilityReader } from './service/EntityVisibility';
import { CatalogWatch } from './service/processing/CatalogWatch';
import { FactCache } from './service/processing/FactCache';
import { RepositoryWorker } from './service/processing/RepositoryWorker';
import { digestOf } from './service/processing/stableDigest';
import { TargetPreparation } from './service/processing/TargetPreparation';
import { TargetSynchronizer } from './service/processing/TargetSynchronizer';
import { TargetWorker } from './service/processing/TargetWorker';
import { WorkLoop } from './service/processing/WorkLoop';
import type { ReadinessService } from './service/ReadinessService';
import { StatusReader } from './service/StatusReader';
import { CatalogReader } from './targets/CatalogReader';

/** What the parts are made of. */
export interface ReadinessOptions {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly checks: readonly Check[];
  readonly collectors: readonly Collector[];
  readonly config: RootConfigService;
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly urlReader: UrlReaderService;
}

/** Compressed facts kept in memory, in characters of their JSON. */
const FACT_CACHE_CHARACTERS = 32 * 1024 * 1024;

/** Wires stores, queues, loops and service. */
export function composeReadiness(options: ReadinessOptions) {
  const config = readConfig(options.config);
  const integrations = ScmIntegrations.fromConfig(options.config);
  const stores = createStores(options.knex);
  const queues = createQueues(options.knex, config);
  const evaluation = readEvaluation(options);
  const targetLoop = createTargetLoop(options, {
    config,
    stores,
    queues,
    evaluation,
  });
  const repositoryLoop = createRepositoryLoop(options, {
    config,
    stores,
    queues,
    evaluation,
    onChange: () => targetLoop.wake(),
  });
  const wakeLoops = () => {
    repositoryLoop.wake();
    targetLoop.wake();
  };
  const watch = new CatalogWatch({
    synchronizer: new TargetSynchronizer({
      ...stores,
      knex: options.knex,
      integrations,
      logger: options.logger,
      historyDays: config.history.days,
      reader: new CatalogReader({ ...options, filter: config.targets.filter }),
    }),
    logger: options.logger,
    onChange: wakeLoops,
  });
  const service = createService(options, {
    stores,
    queues,
    watch,
    formatLink: (source, path, lines) =>
      formatFileLink(source, path, lines, integrations),
    onRequest: wakeLoops,
    evaluation,
  });
  return {
    service,
    watch,
    targetLoop,
    repositoryLoop,
    schedule: config.schedule,
    prepare: () =>
      stores.repositories.markOutdatedDue(evaluation.factsVersion, Date.now()),
  };
}

type Evaluation = ReturnType<typeof readEvaluation>;

function readEvaluation({ config, checks, collectors }: ReadinessOptions) {
  const evaluation = readEvaluationConfig(config);
  const collectorOptions = {
    ...defaultCollectorOptions,
    productionNames: evaluation.options.productionNames,
  };
  return {
    config: evaluation,
    collectorOptions,
    checklist: describeChecklist(checks, evaluation),
    factsVersion: `${engineVersion}-${digestOf([
      collectorOptions,
      collectors.map(({ id }) => id),
    ]).slice(0, 12)}`,
  };
}

function createTargetLoop(
  { knex, checks, logger }: ReadinessOptions,
  parts: {
    readonly config: BackendConfig;
    readonly stores: Stores;
    readonly queues: Queues;
    readonly evaluation: Evaluation;
  },
): WorkLoop {
  const { stores, queues, evaluation } = parts;
  const worker = new TargetWorker({
    knex,
    logger,
    checks,
    queue: queues.targetQueue,
    dependents: stores.dependents,
    targets: stores.targets,
    scorecards: stores.scorecards,
    factCache: new FactCache(stores.facts, FACT_CACHE_CHARACTERS),
    config: evaluation.config,
    intervalMilliseconds: parts.config.schedule.evaluationMilliseconds,
    preparation: new TargetPreparation({
      ...stores,
      checks,
      engineVersion,
      config: evaluation.config,
      factsVersion: evaluation.factsVersion,
    }),
  });
  return new WorkLoop({
    name: 'target',
    logger,
    runBatch: () => worker.runBatch(),
  });
}

function createRepositoryLoop(
  { knex, logger, collectors, urlReader }: ReadinessOptions,
  parts: {
    readonly config: BackendConfig;
    readonly stores: Stores;
    readonly queues: Queues;
    readonly evaluation: Evaluation;
    readonly onChange: () => void;
  },
): WorkLoop {
  const { config, stores, queues, evaluation } = parts;
  const worker = new RepositoryWorker({
    ...stores,
    knex,
    logger,
    collectors,
    queue: queues.repositoryQueue,
    reader: new RepositoryReader({
      urlReader,
      limits: config.reading,
      timeoutMilliseconds: config.reading.timeoutMilliseconds,
    }),
    collectorOptions: evaluation.collectorOptions,
    factsVersion: evaluation.factsVersion,
    intervalMilliseconds: config.schedule.evaluationMilliseconds,
    concurrency: config.reading.concurrency,
    onChange: parts.onChange,
  });
  return new WorkLoop({
    name: 'repository',
    logger,
    runBatch: () => worker.runBatch(),
  });
}

function createService(
  { catalog, permissions }: ReadinessOptions,
  parts: {
    readonly stores: Stores;
    readonly queues: Queues;
    readonly watch: CatalogWatch;
    readonly evaluation: Evaluation;
    readonly formatLink: FormatLink;
    readonly onRequest: () => void;
  },
): ReadinessService {
  const { stores, queues, watch, evaluation } = parts;
  return new AuthorizedReadinessService({
    permissions,
    visibility: new VisibilityReader({ catalog, permissions }),
    service: new DefaultReadinessService({
      ...stores,
      checklist: evaluation.checklist,
      model: new ModelKeeper(
        stores.feed,
        categories.map(({ id }) => id),
      ),
      status: new StatusReader({
        ...stores,
        ...queues,
        hasCatalogBeenRead: () => watch.hasCatalogBeenRead,
      }),
      formatLink: parts.formatLink,
      onRequest: parts.onRequest,
    }),
  });
}
