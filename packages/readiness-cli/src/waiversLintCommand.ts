import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  builtInChecks,
  categories,
  createEntityFacts,
  readAttestations,
  readWaivers,
  type WaiverContext,
} from 'backstage-plugin-readiness-node';
import pc from 'picocolors';
import { readConfigFile } from './readConfigFile';
import { readEntities } from './readEntity';

/**
 * `readiness waivers lint FILE…`: exit 0 when every waiver and attestation is
 * well written and in force, 1 when one has a problem, 2 for unreadable files.
 */
export function runWaiversLintCommand(
  files: readonly string[],
  options: { readonly config?: string },
): void {
  const context = createContext(options.config);
  let count = 0;
  for (const file of files) {
    for (const { entity, startLine } of readEntities(file)) {
      const { annotations } = createEntityFacts(entity);
      const waivers = readWaivers(annotations, context);
      const attestations = readAttestations(annotations, context);
      const problems = [...waivers.problems, ...attestations.problems];
      for (const problem of problems) {
        process.stdout.write(
          `${file}:${startLine} ${stringifyEntityRef(entity)} ${pc.red('✕')} ${
            problem.message
          }\n`,
        );
        process.exitCode = 1;
      }
      count += waivers.waivers.length + attestations.attestations.length;
    }
  }
  process.stdout.write(`${count} waivers and attestations are well written\n`);
}

function createContext(configFile: string | undefined): WaiverContext {
  return {
    today: new Date().toISOString().slice(0, 10),
    config: readConfigFile(configFile).waivers,
    checkIds: new Set(builtInChecks.map(check => check.id)),
    categoryIds: new Set(categories.map(category => category.id)),
    unwaivableIds: new Set(
      builtInChecks.filter(check => !check.isWaivable).map(check => check.id),
    ),
  };
}
