import Fastify from 'fastify';
import client from 'prom-client';

client.collectDefaultMetrics();
const app = Fastify({ logger: true });
app.get('/metrics', async (_, reply) => reply.send(await client.register.metrics()));
app.listen({ port: Number(process.env.PORT ?? 8080), host: '0.0.0.0' });
