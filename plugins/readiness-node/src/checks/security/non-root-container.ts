import type { Finding } from 'backstage-plugin-readiness-common';
import {
  askContainers,
  defineCheck,
  fail,
  judge,
  pass,
  runsPods,
  withMergedFindings,
} from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import { writeDeployment } from '../manifestSamples';
import { judgeContainerfileUser } from './containerfileUser';

const POD_RULES = [
  'CKV_K8S_23',
  'CKV_K8S_6',
  'run-as-non-root',
  'runAsRootAllowed',
];

export const nonRootContainer = defineCheck({
  id: 'non-root-container',
  category: 'security',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Containers do not run as root',
  description:
    'The last USER of every Dockerfile is not root, and every container of every pod sets runAsNonRoot: true or runAsUser above 0, on the container or on its pod.',
  rationale:
    'Root in a container is root on the node as soon as anything of the isolation fails: a bug in the kernel, a mounted socket, a writable host path. An ordinary user costs one line and takes most of such escapes away.',
  knownAs: ['CKV_DOCKER_3', 'CKV_DOCKER_8', 'DL3002', ...POD_RULES],
  references: [
    {
      title: 'Dockerfile reference: USER',
      url: 'https://docs.docker.com/reference/dockerfile/#user',
    },
    {
      title: 'Kubernetes: Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
  ],
  remediation: {
    summary:
      'End the Dockerfile with USER and a numeric id, and set runAsNonRoot: true in the securityContext of the pod.',
    effortMinutes: 30,
    snippets: {
      dockerfile: 'RUN adduser --system --uid 10001 cart\nUSER 10001\n',
      kubernetes:
        'spec:\n  securityContext:\n    runAsNonRoot: true\n    runAsUser: 10001\n',
    },
  },
  examples: [
    {
      title: 'An ordinary user',
      files: {
        Dockerfile: 'FROM node:22-slim\nUSER node\nCMD ["node", "."]\n',
        'k8s/cart.yaml': writeDeployment({
          pod: 'securityContext: { runAsNonRoot: true }',
        }),
      },
      outcome: 'pass',
      findings: [
        { subject: 'Dockerfile', outcome: 'pass', at: 'Dockerfile:2' },
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'pass',
          at: 'k8s/cart.yaml:9',
        },
      ],
    },
    {
      title: 'Nobody said who',
      files: {
        Dockerfile: 'FROM node:22-slim\nCMD ["node", "."]\n',
        'k8s/cart.yaml': writeDeployment(),
      },
      outcome: 'fail',
      findings: [
        { subject: 'Dockerfile', outcome: 'fail', at: 'Dockerfile:1' },
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'fail',
          at: 'k8s/cart.yaml:10',
        },
      ],
    },
    {
      title: 'No container',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      [
        ...facts.containerfiles.flatMap(judgeContainerfileUser),
        ...askContainers(facts.workloads.filter(runsPods), judgePodUser),
      ],
      'no Dockerfile and no pod in the files read',
    );
  },
});

const EXPECTED = 'runAsNonRoot: true or runAsUser above 0';

function judgePodUser(container: WorkloadContainerFact): Finding | undefined {
  if (container.role === 'ephemeral') return undefined;
  const { runAsNonRoot, runAsUser } = container.security;
  const base = { rules: POD_RULES, expected: EXPECTED };
  if (runAsUser.state === 'known') {
    const actual = `${runAsUser.setting} = ${runAsUser.value}`;
    const details = {
      ...base,
      message: actual,
      actual,
      at: [runAsUser.location],
    };
    return Number(runAsUser.value) > 0
      ? pass(container, details)
      : fail(container, details);
  }
  const isDecided = runAsNonRoot.state === 'known' && runAsNonRoot.value;
  return judge(
    container,
    runAsUser.state === 'unresolved' && !isDecided
      ? {
          state: 'unresolved',
          expression: runAsUser.expression,
          setting: 'runAsUser',
          location: runAsUser.location,
        }
      : runAsNonRoot,
    { ...base, passes: isOn => isOn },
  );
}
