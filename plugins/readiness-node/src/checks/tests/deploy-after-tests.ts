import {
  defineCheck,
  fail,
  findDelivery,
  findEarlierJobs,
  findEffective,
  forEachSubject,
  isDeployedByEnvironment,
  pass,
  unknown,
  type CheckContext,
} from '../../check';
import type { JobFact, JobPurposeFact } from '../../facts/types/pipelines';

export const deployAfterTests = defineCheck({
  id: 'deploy-after-tests',
  category: 'tests',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'Deployments come after tests',
  description:
    'Each job that deploys waits for tests: it needs a test job, comes in a later stage, runs tests itself before it deploys, or is started by a workflow_run of a pipeline with tests. Tests whose failure is ignored don’t count.',
  rationale:
    'A pipeline that deploys beside its tests delivers the defect and reports it at the same time.',
  references: [
    {
      title: 'GitHub Actions: needs',
      url: 'https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#jobsjob_idneeds',
    },
    {
      title: 'GitLab CI: stages',
      url: 'https://docs.gitlab.com/ci/yaml/#stages',
    },
  ],
  remediation: {
    summary:
      'Let the deploying job need the test job (needs, stages, dependsOn, requires).',
    effortMinutes: 10,
    snippets: {
      'github-actions':
        'jobs:\n  test:\n    steps:\n      - run: make test\n  deploy:\n    needs: test\n    steps:\n      - run: make deploy\n',
      'gitlab-ci':
        'stages: [test, deploy]\ntest:\n  stage: test\n  script: make test\ndeploy:\n  stage: deploy\n  script: make deploy\n',
    },
  },
  examples: [
    {
      title: 'The deployment needs the tests',
      files: {
        '.github/workflows/cd.yml':
          'on: push\njobs:\n  test:\n    steps:\n      - run: npm test\n  deploy:\n    needs: [test]\n    steps:\n      - run: kubectl apply -f k8s\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/workflows/cd.yml#deploy',
          outcome: 'pass',
          at: '.github/workflows/cd.yml:9',
        },
      ],
    },
    {
      title: 'The deployment runs beside the tests',
      files: {
        '.github/workflows/cd.yml':
          'on: push\njobs:\n  test:\n    steps:\n      - run: npm test\n  deploy:\n    steps:\n      - run: kubectl apply -f k8s\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: '.github/workflows/cd.yml#deploy',
          outcome: 'fail',
          at: '.github/workflows/cd.yml:8',
        },
      ],
    },
    {
      title: 'Nothing deploys',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  test:\n    steps:\n      - run: npm test\n',
      },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    return forEachSubject(
      context.facts.jobs,
      'no job of a pipeline deploys',
      job => {
        const delivery = findDelivery(job);
        if (delivery) return judgeDeployment(context, job, delivery);
        return isDeployedByEnvironment(job)
          ? judgeEnvironment(context, job)
          : undefined;
      },
    );
  },
});

function judgeDeployment(
  context: CheckContext,
  job: JobFact,
  delivery: JobPurposeFact,
) {
  const guard = findGuard(context, job, delivery);
  const details = {
    expected: 'a test job before it',
    at: [delivery.location, job.location],
  };
  return guard
    ? pass(job, {
        ...details,
        message: `${job.name} deploys (${delivery.text}) after ${guard}`,
        actual: guard,
      })
    : fail(job, {
        ...details,
        message: `${job.name} deploys (${delivery.text}) and no test has to succeed before it`,
        actual:
          job.needs.length > 0
            ? `needs ${job.needs.join(', ')}`
            : 'needs nothing',
      });
}

/** What it runs stands elsewhere: only the jobs before it are known. */
function judgeEnvironment(context: CheckContext, job: JobFact) {
  const guard = findGuard(context, job);
  const environment = `environment: ${job.environment}`;
  return guard
    ? pass(job, {
        message: `${job.name} deploys (${environment}) after ${guard}`,
        actual: guard,
      })
    : unknown(job, {
        message: `${job.name} deploys (${environment}) by steps of another repository, after no test of this one`,
        actual: environment,
      });
}

function findGuard(
  { facts }: CheckContext,
  job: JobFact,
  delivery?: JobPurposeFact,
): string | undefined {
  const position = delivery ? job.purposes.indexOf(delivery) : 0;
  const own = job.purposes.find(
    (each, index) =>
      each.purpose === 'test' && !each.isFailureIgnored && index < position,
  );
  if (own) return `its own tests: ${own.text}`;
  const earlier = findEarlierJobs(facts, job).find(each =>
    findEffective(each, 'test'),
  );
  if (earlier) return `the tests of ${earlier.name}`;
  const waited = job.triggers
    .filter(({ kind }) => kind === 'pipeline')
    .flatMap(({ detail }) => (detail ?? '').split(/,\s*/));
  const names = new Set(
    facts.pipelines
      .filter(({ name, subject }) => waited.includes(name ?? subject))
      .map(({ subject }) => subject),
  );
  const other = facts.jobs.find(
    each => names.has(each.pipeline) && findEffective(each, 'test'),
  );
  return other && `the pipeline of ${other.name}`;
}
