import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createSchema, createYoga } from 'graphql-yoga';
import pino from 'pino';
import { resolvers } from './resolvers';

const log = pino({ name: 'mobile-bff' });
const yoga = createYoga({
  schema: createSchema({ typeDefs: readFileSync('schema.graphql', 'utf8'), resolvers }),
  logging: log,
  healthCheckEndpoint: '/health',
});

createServer(yoga).listen(4000, () => log.info('listening on 4000'));
