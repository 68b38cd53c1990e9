import type {
  HeatmapRequest,
  ScorecardsRequest,
} from 'backstage-plugin-readiness-common';
import { categories } from 'backstage-plugin-readiness-node';
import { z } from 'zod';

const texts = z.array(z.string()).optional();
const filter = {
  kind: texts,
  type: texts,
  lifecycle: texts,
  owner: texts,
  system: texts,
  domain: texts,
  tag: texts,
  level: z
    .array(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]))
    .optional(),
  text: z.string().optional(),
};

const scorecardsRequest: z.ZodType<ScorecardsRequest> = z.object({
  ...filter,
  directOwner: z.string().optional(),
  category: z.enum(categories.map(({ id }) => id)).optional(),
  sort: z
    .enum(['name', 'score', '-score', 'strictScore', '-strictScore'])
    .optional(),
  limit: z.number().optional(),
  offset: z.number().optional(),
});

const heatmapRequest: z.ZodType<HeatmapRequest> = z.object({
  ...filter,
  groupBy: z
    .enum(['owner', 'system', 'domain', 'type', 'lifecycle', 'entity'])
    .optional(),
  limit: z.number().optional(),
  offset: z.number().optional(),
});

/** A query the OpenAPI document let through, as a typed request. */
export function readScorecardsRequest(query: unknown): ScorecardsRequest {
  return scorecardsRequest.parse(query);
}

/** A query the OpenAPI document let through, as a typed request. */
export function readHeatmapRequest(query: unknown): HeatmapRequest {
  return heatmapRequest.parse(query);
}
