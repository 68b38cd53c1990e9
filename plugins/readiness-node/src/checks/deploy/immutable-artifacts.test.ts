import { testCheck } from '../../testing';
import { immutableArtifacts } from './immutable-artifacts';

const pod = (image: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: ${image}
`;
const DIGEST = `sha256:${'5d0c1b7e'.repeat(8)}`;
const subject = 'Deployment/default/web#web';

testCheck(immutableArtifacts, [
  {
    title: 'takes a digest',
    files: { 'web.yaml': pod(`shop@${DIGEST}`) },
    outcome: 'pass',
    findings: [{ subject, outcome: 'pass', at: 'web.yaml:10' }],
    isComplete: true,
  },
  {
    title: 'takes a digest behind a version',
    files: { 'web.yaml': pod(`shop:1.4.2@${DIGEST}`) },
    outcome: 'pass',
    findings: [{ subject, outcome: 'pass' }],
  },
  {
    title: 'not a version, which may be pushed again',
    files: { 'web.yaml': pod('shop:1.4.2') },
    outcome: 'fail',
    findings: [{ subject, outcome: 'fail', at: 'web.yaml:10' }],
    isComplete: true,
  },
  {
    title: 'not a date, which looks like a commit',
    files: { 'web.yaml': pod('shop:20261122') },
    outcome: 'fail',
    findings: [{ subject, outcome: 'fail' }],
  },
  {
    title: 'reads registries by variable and of Google',
    files: {
      'main.tf': `variable "mutability" {}
resource "aws_ecr_repository" "unsure" {
  image_tag_mutability = var.mutability
}
resource "google_artifact_registry_repository" "images" {
  format = "DOCKER"
}
resource "google_artifact_registry_repository" "packages" {
  format = "NPM"
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_ecr_repository.unsure',
        outcome: 'unknown',
        at: 'main.tf:3',
      },
      {
        subject: 'google_artifact_registry_repository.images',
        outcome: 'fail',
        at: 'main.tf:5',
      },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
