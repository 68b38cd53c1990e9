import Fastify, { type FastifyInstance } from 'fastify';

/** A server with our logging, health endpoints and an orderly end. */
export function createServer(isReady: () => Promise<boolean>): FastifyInstance {
  const app = Fastify({ logger: true });
  app.get('/health/live', async () => 'ok');
  app.get('/health/ready', async (_, reply) => reply.code((await isReady()) ? 200 : 503).send());
  process.on('SIGTERM', () => void app.close());
  return app;
}
