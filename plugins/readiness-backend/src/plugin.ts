import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readinessPermissions } from 'backstage-plugin-readiness-common';
import {
  builtInChecks,
  builtInCollectors,
  Check,
  Collector,
  readinessChecksExtensionPoint,
  readinessCollectorsExtensionPoint,
} from 'backstage-plugin-readiness-node';
import { addUnique } from './addUnique';
import { composeReadiness } from './composeReadiness';
import { openDatabase } from './database/openDatabase';
import { createRouter } from './router';
import { scheduleWork } from './scheduleWork';

/**
 * Evaluates catalog entities against the production-grade infrastructure
 * checklist and serves their scorecards and the heatmap.
 *
 * @public
 */
export const readinessPlugin = createBackendPlugin({
  pluginId: 'readiness',
  register(env) {
    const checks: Check[] = [...builtInChecks];
    const collectors: Collector[] = [...builtInCollectors];
    env.registerExtensionPoint(readinessChecksExtensionPoint, {
      addCheck: (...added) => addUnique(checks, added, 'check'),
    });
    env.registerExtensionPoint(readinessCollectorsExtensionPoint, {
      addCollector: (...added) => addUnique(collectors, added, 'collector'),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        // Conditions on the evaluated entities are the catalog's to apply.
        services.permissionsRegistry.addPermissions(readinessPermissions);
        const knex = await openDatabase(services.database);
        const readiness = composeReadiness({
          ...services,
          knex,
          checks,
          collectors,
        });
        services.httpRouter.use(
          createRouter({ ...services, service: readiness.service }),
        );
        await scheduleWork({ ...services, ...readiness });
      },
    });
  },
});
