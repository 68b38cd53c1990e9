import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  findApplicationDeliveries,
  findLibraryKind,
  notApplicable,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { WorkloadFact } from '../../facts/types/workloads';

const COMMAND =
  /\s--atomic\b|--rollback-on-failure\b|--auto-rollback\b|\brollout undo\b|\bhelm (\S+ )*rollback\b|\bapp rollback\b|\bdeploy:rollback\b|\breleases:rollback\b|\bdeployer? rollback\b|--update-failure-action[= ]rollback|--rollback\b/;
const HEADING =
  /\broll(ing)?[- ]?backs?\b|\brevert(ing)? (a |the )?(deploy|release|version)/i;
const DOCUMENTED = 80;

export const rollback = defineCheck({
  id: 'rollback',
  category: 'deploy',
  kind: 'presence',
  level: 2,
  severity: 'low',
  title: 'A bad release can be taken back',
  description:
    'There is a way back: an ECS circuit breaker with rollback, CodeDeploy auto rollback, --atomic or --rollback-on-failure, HelmRelease remediation, a Kubernetes Deployment with history that a pipeline delivers, or a documented section on rolling back. Not applicable to libraries.',
  rationale:
    'The fastest fix of most incidents is yesterday’s version. Whether that takes one command or one evening is decided before the incident.',
  references: [
    {
      title: 'Amazon ECS deployment circuit breaker',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
    },
    {
      title: 'helm upgrade --atomic',
      url: 'https://helm.sh/docs/helm/helm_upgrade/',
    },
    {
      title: 'Kubernetes: rolling back a Deployment',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-back-a-deployment',
    },
  ],
  remediation: {
    summary:
      'Turn the automatic rollback of your platform on, and write the manual way down.',
    effortMinutes: 20,
    snippets: {
      terraform:
        'resource "aws_ecs_service" "cart" {\n  deployment_circuit_breaker {\n    enable   = true\n    rollback = true\n  }\n}\n',
      shell: 'helm upgrade --install cart ./chart --atomic --timeout 5m\n',
      kubernetes:
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  upgrade:\n    remediation:\n      retries: 3\n',
    },
  },
  examples: [
    {
      title: 'helm --atomic',
      files: {
        '.gitlab-ci.yml':
          'deploy:\n  script:\n    - helm upgrade --install cart . --atomic\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.gitlab-ci.yml#deploy',
          outcome: 'pass',
          at: '.gitlab-ci.yml:3',
        },
      ],
    },
    {
      title: 'A documented way back',
      files: {
        'docs/runbook.md':
          '# Runbook\n\n## Rolling back\n\nRun `helm history cart`, take the last good revision, and run `helm rollback cart <revision>`; it takes about two minutes.\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'docs/runbook.md',
          outcome: 'pass',
          at: 'docs/runbook.md:3',
        },
      ],
    },
    {
      title: 'Nothing',
      files: {
        '.gitlab-ci.yml': 'deploy:\n  script: aws s3 sync dist s3://site\n',
      },
      outcome: 'fail',
    },
    {
      title: 'A library',
      entity: { type: 'library' },
      files: { 'a.js': '\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(`a ${library} is not deployed`);
    const findings = [
      ...findAutomatic(context.facts),
      ...findCommands(context.facts),
      ...findHistory(context),
      ...findDocumented(context.facts),
    ];
    return presence(
      context,
      'a way back (ECS circuit breaker, CodeDeploy auto rollback, --atomic, HelmRelease remediation, Deployment history with CD, a documented rollback)',
      findings,
    );
  },
});

function findAutomatic({
  workloads,
  deliveries,
}: CheckContext['facts']): readonly Finding[] {
  const breakers = workloads.flatMap(workload => {
    const breaker = workload.rollout.circuitBreakerRollback;
    return breaker.state === 'known' && breaker.value
      ? [
          pass(workload, {
            message: `${breaker.setting} = true`,
            actual: breaker.setting,
            at: [breaker.location],
          }),
        ]
      : [];
  });
  const declared = deliveries.flatMap(delivery =>
    delivery.rollback
      ? [
          pass(delivery, {
            message: `${delivery.tool} rolls back: ${delivery.rollback.text}`,
            actual: delivery.rollback.text,
            at: [delivery.rollback.location],
          }),
        ]
      : [],
  );
  return [...breakers, ...declared];
}

function findCommands({ jobs }: CheckContext['facts']): readonly Finding[] {
  return jobs.flatMap(job => {
    const command = job.commands.find(({ text }) => COMMAND.test(text));
    const action = job.actions.find(
      ({ inputs }) =>
        Object.entries(inputs).some(
          ([key, value]) =>
            /^(atomic|rollback|auto-?rollback)/i.test(key) && value !== 'false',
        ) || Object.values(inputs).some(value => COMMAND.test(` ${value}`)),
    );
    const found =
      command ?? (action && { text: action.name, location: action.location });
    return found
      ? [
          pass(job, {
            message: `${job.name} rolls back: ${found.text}`,
            actual: found.text,
            at: [found.location],
          }),
        ]
      : [];
  });
}

/** A Deployment keeps ten revisions unless told otherwise. */
function findHistory(context: CheckContext): readonly Finding[] {
  const [delivery] = findApplicationDeliveries(context);
  if (delivery === undefined) return [];
  return context.facts.workloads.filter(hasHistory).map(workload =>
    pass(workload, {
      message: `${workload.subject} keeps earlier revisions (${workload.rollout.revisionHistoryLimit.setting}) and is delivered by ${delivery.subject}`,
      actual: 'kubectl rollout undo',
    }),
  );
}

function hasHistory({ type, rollout, platform }: WorkloadFact): boolean {
  const limit = rollout.revisionHistoryLimit;
  const isDeployment =
    platform === 'kubernetes' &&
    /^(Deployment|kubernetes_deployment(_v1)?)$/.test(type);
  return isDeployment && !(limit.state === 'known' && limit.value === 0);
}

function findDocumented({
  documents,
}: CheckContext['facts']): readonly Finding[] {
  return documents.flatMap(document => {
    const heading = document.headings.find(
      ({ text, characters }) => HEADING.test(text) && characters >= DOCUMENTED,
    );
    return heading
      ? [
          pass(document, {
            message: `Rolling back is described: ${heading.text}`,
            at: [heading.location],
          }),
        ]
      : [];
  });
}
