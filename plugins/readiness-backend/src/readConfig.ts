import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  createZodV4FilterPredicateSchema,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { z } from 'zod';

/** Everything an organisation may set about the backend. */
export interface BackendConfig {
  readonly targets: {
    readonly filter: FilterPredicate;
  };
  readonly schedule: {
    readonly catalogMilliseconds: number;
    readonly evaluationMilliseconds: number;
  };
  readonly reading: {
    readonly maxFiles: number;
    readonly maxBytes: number;
    readonly maxFileBytes: number;
    readonly maxDepth: number;
    readonly concurrency: number;
    readonly timeoutMilliseconds: number;
  };
  readonly history: { readonly days: number };
}

const MEBIBYTE = 1024 * 1024;
const positive = z.int().min(1);
/** `{ minutes: 5 }`, `5m` or `PT5M`; read by Backstage's own reader. */
const duration = z.unknown();

const schema = z.strictObject({
  // Read by the engine.
  evaluation: z.unknown().optional(),
  targets: z
    .strictObject({ filter: createZodV4FilterPredicateSchema().optional() })
    .optional(),
  schedule: z
    .strictObject({
      catalog: duration.optional(),
      evaluation: duration.optional(),
    })
    .optional(),
  reading: z
    .strictObject({
      maxFiles: positive.optional(),
      maxBytes: positive.optional(),
      maxFileBytes: positive.optional(),
      maxDepth: positive.optional(),
      concurrency: positive.max(64).optional(),
      timeout: duration.optional(),
    })
    .optional(),
  history: z.strictObject({ days: positive.optional() }).optional(),
});

/**
 * Reads `readiness` of the configuration; what is not set takes the default.
 *
 * @throws InputError naming each wrong key.
 */
export function readConfig(config: Config): BackendConfig {
  const result = schema.safeParse(config.getOptional('readiness') ?? {});
  if (!result.success) {
    throw new InputError(
      `Invalid configuration readiness: ${z.prettifyError(result.error)}`,
    );
  }
  const { targets, reading, history } = result.data;
  return {
    targets: { filter: targets?.filter ?? { kind: 'Component' } },
    schedule: {
      catalogMilliseconds: readDuration(config, 'schedule.catalog', {
        minutes: 5,
      }),
      evaluationMilliseconds: readDuration(config, 'schedule.evaluation', {
        hours: 6,
      }),
    },
    reading: {
      maxFiles: reading?.maxFiles ?? 20_000,
      maxBytes: reading?.maxBytes ?? 200 * MEBIBYTE,
      maxFileBytes: reading?.maxFileBytes ?? 5 * MEBIBYTE,
      maxDepth: reading?.maxDepth ?? 40,
      concurrency: reading?.concurrency ?? 4,
      timeoutMilliseconds: readDuration(config, 'reading.timeout', {
        minutes: 2,
      }),
    },
    history: { days: history?.days ?? 730 },
  };
}

function readDuration(
  config: Config,
  key: string,
  fallback: HumanDuration,
): number {
  const path = `readiness.${key}`;
  if (!config.has(path)) return durationToMilliseconds(fallback);
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key: path }),
  );
  if (milliseconds < 1_000) {
    throw new InputError(
      `Invalid configuration ${path}: must be at least a second`,
    );
  }
  return milliseconds;
}
