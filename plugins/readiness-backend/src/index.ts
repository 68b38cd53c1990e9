import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';

/** The backend of Readiness. */
const readinessPlugin = createBackendPlugin({
  pluginId: 'readiness',
  register(env) {
    env.registerInit({
      deps: { logger: coreServices.logger },
      async init({ logger }) {
        logger.info('Readiness is installed');
      },
    });
  },
});

export default readinessPlugin;
