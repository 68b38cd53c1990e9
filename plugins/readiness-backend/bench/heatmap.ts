/**
 * How long the heatmap and a page of scorecards take, from the service's call
 * to the JSON text, over synthetic entities.
 *
 *   yarn bench heatmap                      # SQLite in memory
 *   DATABASE_URL=postgresql://… yarn bench heatmap
 */
import createKnex, { Knex } from 'knex';
import { categories } from 'backstage-plugin-readiness-node';
import { ChangeFeed } from '../src/database/ChangeFeed';
import { openDatabase } from '../src/database/openDatabase';
import { buildHeatmap } from '../src/heatmap/buildHeatmap';
import { listSummaries } from '../src/heatmap/listSummaries';
import { ModelKeeper } from '../src/heatmap/ModelKeeper';
import type { EntityVisibility } from '../src/service/EntityVisibility';
import { HeatmapCache } from '../src/service/HeatmapCache';
import { VisibleModel } from '../src/service/VisibleModel';
import { insertSyntheticEntities } from './syntheticEntities';

const ROUNDS = 60;
const WARM_UP = 5;

async function main(): Promise<void> {
  for (const count of [10_000, 100_000]) {
    await benchmark(count);
  }
}

async function benchmark(count: number): Promise<void> {
  const knex = await createDatabase();
  try {
    await insertSyntheticEntities(knex, count);
    const keeper = new ModelKeeper(
      new ChangeFeed(knex),
      categories.map(({ id }) => id),
    );
    const started = performance.now();
    await keeper.getCurrent();
    print(count, 'first fill of the model', [performance.now() - started]);
    const visible = new VisibleModel(keeper);
    const half: EntityVisibility = {
      kind: 'some',
      uids: new Set(
        Array.from({ length: count / 2 }, (_, index) => `uid-${index * 2}`),
      ),
      findVisible: async refs => new Set(refs),
    };
    const heatmaps = new HeatmapCache();
    await measure(count, 'owner × category, asked again', async () =>
      heatmaps.get(await visible.get(undefined), {}),
    );
    for (const groupBy of ['owner', 'system', 'type'] as const) {
      await measure(count, `${groupBy} × category, everything`, async () => {
        const part = await visible.get(undefined);
        return buildHeatmap({ ...part, request: { groupBy }, now: 0 });
      });
    }
    await measure(count, 'owner × category, half visible', async () => {
      const part = await visible.get(half);
      return buildHeatmap({ ...part, request: {}, now: 0 });
    });
    await measure(count, 'owner × category, filtered', async () => {
      const request = { type: ['service'], lifecycle: ['production'] };
      const part = await visible.get(undefined);
      return buildHeatmap({ ...part, request, now: 0 });
    });
    await measure(count, 'page of 50 scorecards by score', async () => {
      const { model, mask, tree } = await visible.get(undefined);
      return listSummaries(model, mask, tree, { sort: 'score' });
    });
  } finally {
    await knex.destroy();
  }
}

async function createDatabase(): Promise<Knex> {
  const url = process.env.DATABASE_URL;
  const knex = url
    ? createKnex({
        client: 'pg',
        connection: url,
        searchPath: 'readiness_bench',
      })
    : createKnex({
        client: 'better-sqlite3',
        connection: ':memory:',
        useNullAsDefault: true,
      });
  if (url) {
    await knex.raw('drop schema if exists readiness_bench cascade');
    await knex.raw('create schema readiness_bench');
  }
  return openDatabase({ getClient: async () => knex });
}

async function measure(
  count: number,
  what: string,
  run: () => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    JSON.stringify(await run());
    const { user, system } = process.cpuUsage(before);
    if (round < WARM_UP) continue;
    times.push(performance.now() - started);
    busy.push((user + system) / 1_000);
  }
  print(count, what, times, busy);
}

/** Beside the clock's time the processor's, which a busy machine leaves alone. */
function print(
  count: number,
  what: string,
  times: readonly number[],
  busy: readonly number[] = [],
): void {
  const at = (share: number, values = times) => {
    const sorted = [...values].sort((a, b) => a - b);
    const value = sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
    return value.toFixed(1).padStart(8);
  };
  const processor =
    busy.length === 0
      ? ''
      : `  (processor ${at(0.5, busy)} and ${at(0.95, busy)})`;
  console.log(
    `${String(count).padStart(7)} entities  ${what.padEnd(36)}` +
      `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms${processor}`,
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
