import Fastify from 'fastify';
import { MongoClient } from 'mongodb';
import { register } from 'prom-client';
import { priceOf } from './prices.js';

const app = Fastify({ logger: { level: process.env.LOG_LEVEL ?? 'info' } });
const mongo = new MongoClient(process.env.MONGO_URL ?? 'mongodb://localhost:27017/catalogue');
const products = mongo.db().collection('products');

app.get('/healthz', async () => 'ok');
app.get('/metrics', async (_, reply) => reply.type(register.contentType).send(await register.metrics()));

app.get<{ Params: { sku: string } }>('/products/:sku', async (request, reply) => {
  const product = await products.findOne({ sku: request.params.sku });
  return product ?? reply.code(404).send({ message: 'no such product' });
});

app.post<{ Body: { skus: string[] } }>('/prices', async (request, reply) => {
  if (request.body.skus.length > 200) {
    return reply.code(413).send({ message: 'at most 200 products' });
  }
  const found = await products.find({ sku: { $in: request.body.skus } }).toArray();
  const now = new Date();
  return Object.fromEntries(found.map(p => [p.sku, priceOf(p.prices, now)]));
});

process.on('SIGTERM', () => app.close().then(() => mongo.close()));
app.listen({ port: Number(process.env.PORT ?? 3000), host: '0.0.0.0' });
