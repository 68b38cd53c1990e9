import { defineCollector } from '../../collector';
import { readAzurePipelines } from './azurePipelines';
import { readBitbucket } from './bitbucket';
import { readCircleCi } from './circleci';
import { readClusterPipelines } from './clusterPipelines';
import { completeJobs } from './completeJobs';
import { readDeliveries } from './deliveries';
import { readGithubActions } from './githubActions';
import { readGitlabCi } from './gitlabCi';
import { readJenkins } from './jenkins';
import { readSimpleSystems } from './simpleSystems';

const READERS = [
  readGithubActions,
  readGitlabCi,
  readJenkins,
  readCircleCi,
  readAzurePipelines,
  readBitbucket,
  readSimpleSystems,
  readClusterPipelines,
];

/** Pipelines of all CI systems, their jobs, and delivery that is declared. */
export const pipelinesCollector = defineCollector({
  id: 'pipelines',
  collect({ files, resources }) {
    const pipelines = READERS.flatMap(read => read(files));
    const { jobs, toolUses } = completeJobs(files, pipelines);
    return {
      pipelines: pipelines.map(({ path, system, name, triggers }) => ({
        subject: path,
        system,
        ...(name !== undefined && { name }),
        location: { path, startLine: 1, endLine: 1 },
        triggers,
      })),
      jobs,
      toolUses,
      deliveries: readDeliveries(files, resources),
    };
  },
});
