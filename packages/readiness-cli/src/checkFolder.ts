import type { Scorecard } from 'backstage-plugin-readiness-common';
import {
  builtInChecks,
  collectFacts,
  evaluateEntity,
  getRequiredLevel,
  type EvaluationConfig,
} from 'backstage-plugin-readiness-node';
import { readEntity } from './readEntity';
import { readFolder } from './readFolder';

/** Judges one folder; today is the machine's day in UTC. */
export async function checkFolder(
  folder: string,
  options: { readonly entity?: string; readonly config: EvaluationConfig },
): Promise<Scorecard> {
  const { facts: entity, entity: raw } = readEntity(folder, options.entity);
  const snapshot = readFolder(folder);
  const collected = await collectFacts(snapshot, { subPaths: [''] });
  const requiredLevel = raw && getRequiredLevel(raw, options.config);
  return evaluateEntity({
    entity,
    sources: collected.map(each => ({
      collected: each,
      source: { repository: folder, subPath: '', fileCount: each.fileCount },
    })),
    checks: builtInChecks,
    config: options.config,
    today: new Date().toISOString().slice(0, 10),
    ...(requiredLevel !== undefined && { requiredLevel }),
  });
}
