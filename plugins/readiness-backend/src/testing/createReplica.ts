import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  builtInCollectors,
  defineCheck,
  pass,
  presence,
} from 'backstage-plugin-readiness-node';
import type { Knex } from 'knex';
import { composeReadiness } from '../composeReadiness';
import { FakeUrlReader } from './FakeUrlReader';

/** Passes when there is a file `RUNBOOK.md`, the simplest check there can be. */
export const runbookCheck = defineCheck({
  id: 'has-runbook-file',
  category: 'documentation',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'There is a runbook',
  description: 'A file RUNBOOK.md is there.',
  rationale: 'For the night.',
  remediation: { summary: 'Write one.', effortMinutes: 30, snippets: {} },
  examples: [],
  evaluate: context =>
    presence(
      context,
      'a file RUNBOOK.md',
      context.facts.files
        .filter(({ path }) => path.endsWith('RUNBOOK.md'))
        .map(({ path, repository }) => {
          const location = {
            path,
            startLine: 1,
            endLine: 1,
            ...(repository !== undefined && { repository }),
          };
          return pass({ subject: path, location }, { message: 'It is there' });
        }),
    ),
});

/** A catalog whose entities can change. */
export class FakeCatalog {
  constructor(public entities: Entity[]) {}

  createService() {
    const current = () => catalogServiceMock({ entities: this.entities });
    return catalogServiceMock.mock({
      streamEntities: (request, options) =>
        current().streamEntities(request, options),
      getEntitiesByRefs: (request, options) =>
        current().getEntitiesByRefs(request, options),
      getEntityFacets: (request, options) =>
        current().getEntityFacets(request, options),
    });
  }
}

/** The plugin's parts on a database, run by hand. */
export function createReplica(options: {
  readonly knex: Knex;
  readonly catalog: FakeCatalog;
  readonly reader: FakeUrlReader;
  readonly config?: object;
}) {
  const readiness = composeReadiness({
    knex: options.knex,
    catalog: options.catalog.createService(),
    urlReader: options.reader,
    auth: mockServices.auth(),
    checks: [runbookCheck],
    collectors: builtInCollectors,
    logger: mockServices.logger.mock(),
    permissions: mockServices.permissions(),
    config: mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host: 'git.acme.test',
              apiBaseUrl: 'https://git.acme.test/api/v3',
            },
          ],
        },
        readiness: options.config ?? {},
      },
    }),
  });
  const work = async () => {
    for (let round = 0; round < 3; round += 1) {
      await readiness.repositoryLoop.run();
      await readiness.targetLoop.run();
    }
  };
  return {
    ...readiness,
    /** Does everything that is due. */
    work,
    /** Looks at the catalog once and does everything that is due. */
    async synchronize() {
      await readiness.watch.run(() => {});
      readiness.watch.stop();
      await work();
    },
  };
}
