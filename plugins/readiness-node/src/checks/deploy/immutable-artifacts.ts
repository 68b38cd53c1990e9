import type { Finding } from 'backstage-plugin-readiness-common';
import {
  type CheckContext,
  defineCheck,
  judge,
  judgeSetting,
  listRules,
  withMergedFindings,
  type SettingTable,
} from '../../check';

type Facts = CheckContext['facts'];

const TABLE: SettingTable = {
  aws_ecr_repository: {
    expected: 'image_tag_mutability = "IMMUTABLE"',
    rules: ['CKV_AWS_51', 'AWS-0031'],
  },
  'AWS::ECR::Repository': {
    expected: 'ImageTagMutability: IMMUTABLE',
    rules: ['CKV_AWS_51', 'AWS-0031'],
  },
  google_artifact_registry_repository: {
    expected: 'docker_config { immutable_tags = true }',
  },
};
const DIGEST = /@sha256:[0-9a-f]{64}$/i;
/** A commit, alone or behind a branch, a date or a version: `main-1a2b3c4`, `sha-1a2b3c4`. */
const COMMIT =
  /:(?:[\w.]+[-_.])*(?:sha-|g)?(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,40}$/i;

export const immutableArtifacts = defineCheck({
  id: 'immutable-artifacts',
  category: 'deploy',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'What was tested is what runs',
  description:
    'Registries refuse to overwrite a tag, and workloads name their images by digest or by commit.',
  rationale:
    'A tag that can be pushed again means that a restart may start other code than the one that was tested, and that rolling back to "1.4" may bring back something else. A digest or a tag nobody can move settles it.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'ECR: preventing image tags from being overwritten',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    },
    {
      title: 'Kubernetes: images',
      url: 'https://kubernetes.io/docs/concepts/containers/images/',
    },
  ],
  remediation: {
    summary:
      'Set image_tag_mutability = "IMMUTABLE" on repositories, and let the pipeline write the commit or the digest into the manifest.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_ecr_repository" "shop" {\n  image_tag_mutability = "IMMUTABLE"\n}\n',
      cloudformation:
        'Shop:\n  Type: AWS::ECR::Repository\n  Properties:\n    ImageTagMutability: IMMUTABLE\n',
      kubernetes:
        'containers:\n  - name: shop\n    image: registry.example.com/shop@sha256:5d0c1b7e4a8f9e3d2c6b1a0f9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d\n',
    },
  },
  examples: [
    {
      title: 'Tags nobody can move',
      files: {
        'main.tf':
          'resource "aws_ecr_repository" "shop" {\n  image_tag_mutability = "IMMUTABLE"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_ecr_repository.shop',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'Mutable by default',
      files: {
        'a.yaml': 'Resources:\n  Shop:\n    Type: AWS::ECR::Repository\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Shop', outcome: 'fail', at: 'a.yaml:2' }],
    },
    {
      title: 'An image by commit',
      files: {
        'web.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: registry.example.com/shop:main-1a2b3c4\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Deployment/default/web#web',
          outcome: 'pass',
          at: 'web.yaml:10',
        },
      ],
    },
  ],
  evaluate({ facts }) {
    const registries = facts.registries.flatMap(registry =>
      registry.immutableTags
        ? [
            judgeSetting(registry, registry.immutableTags, {
              table: TABLE,
              expected: 'immutable tags',
            }),
          ]
        : [],
    );
    const findings = [...registries, ...judgeImages(facts)];
    return withMergedFindings(
      findings,
      'no registry or container image in the files read',
    );
  },
});

function judgeImages(facts: Facts): readonly Finding[] {
  return facts.workloads
    .flatMap(workload => workload.containers)
    .filter(
      container => !container.isBuiltHere && container.image.state !== 'absent',
    )
    .map(container =>
      judge(container, container.image, {
        expected: 'an image by digest (@sha256:…) or commit',
        passes: image => DIGEST.test(image) || COMMIT.test(image),
      }),
    );
}
