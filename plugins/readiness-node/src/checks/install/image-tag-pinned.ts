import type { Finding } from 'backstage-plugin-readiness-common';
import {
  askContainers,
  defineCheck,
  fail,
  findHiddenTasks,
  isKubernetes,
  pass,
  unknown,
  withMergedFindings,
  type FindingDetails,
} from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import type { WorkloadFact } from '../../facts/types/workloads';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { readImageVersion, readUnresolvedImageVersion } from './imageTag';

const RULES = [
  'CKV_K8S_14',
  'latest-tag',
  'container-image-tag',
  'tagNotSpecified',
];
const EXPECTED = 'a tag other than latest, or a digest';

export const imageTagPinned = defineCheck({
  id: 'image-tag-pinned',
  category: 'install',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Container images are pinned',
  description:
    'Every container image of a Kubernetes workload, an ECS task definition, a managed container or a compose file has a digest or a tag other than latest. Images that the compose file builds itself are left out; the appVersion of a chart counts as a tag.',
  rationale:
    'An image without a tag is whatever was pushed last. Two replicas of one Deployment may run different code, a node that restarts at night rolls out a version nobody released, and a rollback brings back the very same broken tag. A fixed tag or digest makes what runs reproducible.',
  knownAs: RULES,
  references: [
    {
      title: 'Kubernetes: Images',
      url: 'https://kubernetes.io/docs/concepts/containers/images/',
    },
  ],
  remediation: {
    summary:
      'Write the version into image, for example acme/cart:1.4.2, or a digest; let the pipeline change it on release.',
    effortMinutes: 15,
    snippets: {
      kubernetes: 'containers:\n  - name: cart\n    image: acme/cart:1.4.2\n',
      helm: 'image:\n  repository: acme/cart\n  tag: 1.4.2\n',
      terraform:
        'container_definitions = jsonencode([{\n  name  = "cart"\n  image = "acme/cart:1.4.2"\n}])\n',
      compose: 'services:\n  cart:\n    image: acme/cart:1.4.2\n',
    },
  },
  examples: [
    {
      title: 'Fixed tags and digests',
      files: {
        'k8s/cart.yaml': joinDocuments(
          writeDeployment({ container: 'image: registry:5000/cart:1.4.2' }),
          writeDeployment({
            name: 'proxy',
            container: `image: envoyproxy/envoy@sha256:${'4f'.repeat(32)}`,
          }),
        ),
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'pass',
          at: 'k8s/cart.yaml:11',
        },
        { subject: 'Deployment/default/proxy#proxy', outcome: 'pass' },
      ],
    },
    {
      title: 'latest, said or unsaid',
      files: {
        'k8s/cart.yaml': joinDocuments(
          writeDeployment({ container: 'image: acme/cart:latest' }),
          writeDeployment({
            name: 'proxy',
            container: 'image: registry:5000/envoy',
          }),
        ),
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'fail',
          at: 'k8s/cart.yaml:11',
        },
        { subject: 'Deployment/default/proxy#proxy', outcome: 'fail' },
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
        ...askContainers(facts.workloads, judgeImage),
        ...findHiddenTasks(facts.workloads, { expected: EXPECTED }),
      ],
      'no container image in the files read',
    );
  },
});

function judgeImage(
  container: WorkloadContainerFact,
  workload: WorkloadFact,
): Finding | undefined {
  const { image, isBuiltHere } = container;
  if (isBuiltHere || image.state === 'absent') return undefined;
  const text = image.state === 'known' ? image.value : image.expression;
  const { kind } =
    image.state === 'known'
      ? readImageVersion(text)
      : readUnresolvedImageVersion(text);
  const details: Omit<FindingDetails, 'message'> = {
    rules: isKubernetes(workload) ? RULES : [],
    expected: EXPECTED,
    actual: `${image.setting} = ${text}`,
    at: [image.location],
  };
  switch (kind) {
    case 'digest':
    case 'tag':
      return pass(container, { ...details, message: `${text} has a ${kind}` });
    case 'latest':
      return fail(container, { ...details, message: `${text} floats` });
    case 'none':
      return fail(container, {
        ...details,
        message: `${text} has no tag; the default is latest`,
      });
    default:
      return unknown(container, {
        ...details,
        message: `${image.setting} is ${text}, which cannot be resolved`,
      });
  }
}
