import type { Config } from '@backstage/config';
import { createZodV4FilterPredicateSchema } from '@backstage/filter-predicates';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { categories } from '../checklist/categories';
import { defaultEvaluationConfig, type EvaluationConfig } from './config';

const schema = z.strictObject({
  thresholds: z
    .strictObject({
      minimumReplicas: z.int().min(1).optional(),
      minimumBackupRetentionDays: z.int().min(1).optional(),
      costTagKeys: z.array(z.string()).min(1).optional(),
      productionNames: z.array(z.string()).min(1).optional(),
    })
    .optional(),
  categoryWeights: z
    .partialRecord(
      z.enum(categories.map(category => category.id)),
      z.number().min(0),
    )
    .optional(),
  rollout: z
    .record(z.string(), z.enum(['off', 'announced', 'counted', 'required']))
    .optional(),
  requirements: z
    .array(
      z.strictObject({
        if: createZodV4FilterPredicateSchema().optional(),
        level: z.union([
          z.literal(0),
          z.literal(1),
          z.literal(2),
          z.literal(3),
        ]),
      }),
    )
    .optional(),
  waivers: z
    .strictObject({
      maxDays: z.int().min(1).optional(),
      expiringDays: z.int().min(0).optional(),
      attestationDays: z.int().min(1).optional(),
    })
    .optional(),
});

/**
 * Reads `readiness.evaluation` of the configuration; what is not set takes the
 * default.
 *
 * @throws InputError naming each wrong key.
 * @public
 */
export function readEvaluationConfig(
  config: Config | undefined,
): EvaluationConfig {
  const result = schema.safeParse(
    config?.getOptional('readiness.evaluation') ?? {},
  );
  if (!result.success) {
    throw new InputError(
      `Invalid configuration readiness.evaluation: ${z.prettifyError(
        result.error,
      )}`,
    );
  }
  const { thresholds, categoryWeights, rollout, requirements, waivers } =
    result.data;
  const defaults = defaultEvaluationConfig;
  return {
    options: { ...defaults.options, ...dropUndefined(thresholds) },
    categoryWeights: categoryWeights ?? defaults.categoryWeights,
    rollout: rollout ?? defaults.rollout,
    requirements: requirements ?? defaults.requirements,
    waivers: { ...defaults.waivers, ...dropUndefined(waivers) },
  };
}

/** Leaves out what is not set, so that it does not hide a default. */
function dropUndefined<T extends object>(values: T | undefined): SetValues<T>;
function dropUndefined(values: object | undefined): object {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter(([, value]) => value !== undefined),
  );
}

type SetValues<T> = { [K in keyof T]?: NonNullable<T[K]> };
