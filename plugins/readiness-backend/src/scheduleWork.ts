import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogWatch } from './service/processing/CatalogWatch';
import { WorkLoop } from './service/processing/WorkLoop';

const CATALOG_TASK = 'readiness-watch-catalog';
/** Work that other replicas added is found after so long at the latest. */
const POLL = { seconds: 5 };

/** Puts the loops and the look at the catalog on Backstage's scheduler. */
export async function scheduleWork(options: {
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly scheduler: SchedulerService;
  readonly watch: CatalogWatch;
  readonly targetLoop: WorkLoop;
  readonly repositoryLoop: WorkLoop;
  readonly schedule: { readonly catalogMilliseconds: number };
  readonly prepare: () => Promise<unknown>;
}): Promise<void> {
  const { scheduler, watch, targetLoop, repositoryLoop, logger } = options;
  options.lifecycle.addShutdownHook(async () => {
    watch.stop();
    await Promise.all([targetLoop.stop(), repositoryLoop.stop()]);
  });
  await options.prepare();
  await scheduler.scheduleTask({
    id: 'readiness-read-repositories',
    scope: 'local',
    frequency: POLL,
    timeout: { hours: 1 },
    fn: () => repositoryLoop.run(),
  });
  await scheduler.scheduleTask({
    id: 'readiness-evaluate-targets',
    scope: 'local',
    frequency: POLL,
    timeout: { hours: 1 },
    fn: () => targetLoop.run(),
  });
  const repeat = () => {
    scheduler.triggerTask(CATALOG_TASK).catch(error => {
      // It runs already, or another replica does it.
      logger.debug(`Looking at the catalog again: ${error}`);
    });
  };
  await scheduler.scheduleTask({
    id: CATALOG_TASK,
    scope: 'global',
    frequency: {
      milliseconds: options.schedule.catalogMilliseconds,
    },
    timeout: { minutes: 30 },
    fn: () => watch.run(repeat),
  });
}
