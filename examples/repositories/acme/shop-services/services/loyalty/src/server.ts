import { createServer } from '@acme/http';
import pg from 'pg';
import { pointsFor } from './points.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const app = createServer(async () => (await pool.query('select 1')).rowCount === 1);

app.get<{ Params: { customer: string } }>('/points/:customer', async request => {
  const { rows } = await pool.query('select coalesce(sum(points), 0) as points from movements where customer = $1', [
    request.params.customer,
  ]);
  return rows[0];
});

app.post<{ Body: { customer: string; order: string; cents: number; gold: boolean } }>('/movements', async request => {
  const { customer, order, cents, gold } = request.body;
  await pool.query('insert into movements (customer, order_id, points) values ($1, $2, $3) on conflict do nothing', [
    customer,
    order,
    pointsFor(cents, gold),
  ]);
});

await app.listen({ port: 8080, host: '0.0.0.0' });
