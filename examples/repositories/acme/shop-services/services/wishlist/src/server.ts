import { randomUUID } from 'node:crypto';
import { createServer } from '@acme/http';
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? 'redis://localhost');
const app = createServer(async () => (await redis.ping()) === 'PONG');

app.put<{ Params: { list: string; sku: string } }>('/lists/:list/:sku', async request => {
  await redis.sadd(request.params.list, request.params.sku);
});

app.post<{ Params: { list: string } }>('/lists/:list/share', async request => {
  const token = randomUUID();
  await redis.set(`share:${token}`, request.params.list, 'EX', 60 * 60 * 24 * 90);
  return { url: `https://shop.acme.test/wishes/${token}` };
});

await app.listen({ port: 8080, host: '0.0.0.0' });
