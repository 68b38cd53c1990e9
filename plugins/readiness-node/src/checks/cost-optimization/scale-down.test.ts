import { testCheck } from '../../testing';
import { scaleDown } from './scale-down';

const NONE = [
  { subject: 'component:default/sample', outcome: 'fail' as const },
];

testCheck(scaleDown, [
  {
    title: 'review environments of GitLab and GitHub',
    files: {
      '.gitlab-ci.yml':
        'review:\n  script: helm upgrade\n  environment:\n    name: review\n    auto_stop_in: 2 days\n',
      '.github/workflows/preview.yml':
        'on:\n  pull_request:\n    types: [closed]\njobs:\n  remove:\n    steps:\n      - run: helm uninstall pr\n',
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  a:\n    steps:\n      - run: helm uninstall old\n',
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      {
        subject: '.gitlab-ci.yml',
        outcome: 'pass',
        at: '.gitlab-ci.yml:5',
      },
      {
        subject: '.github/workflows/preview.yml',
        outcome: 'pass',
        at: '.github/workflows/preview.yml:7',
      },
    ],
  },
  {
    title: 'Cloud Run with and without instances that wait',
    files: {
      'main.tf': `resource "google_cloud_run_v2_service" "idle" {
  template { containers { image = "a:1" } }
}
resource "google_cloud_run_v2_service" "warm" {
  template {
    scaling { min_instance_count = 1 }
    containers { image = "a:1" }
  }
}
resource "aws_lambda_function" "send" { function_name = "send" }
`,
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      { subject: 'google_cloud_run_v2_service.idle', outcome: 'pass' },
      { subject: 'aws_lambda_function.send', outcome: 'pass' },
    ],
  },
  {
    title: 'KEDA goes to zero; the downscaler of a Deployment',
    files: {
      'a.yaml':
        'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: { name: cart }\nspec:\n  scaleTargetRef: { name: cart }\n  triggers: [{ type: kafka }]\n',
      'b.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations:\n    downscaler/uptime: Mon-Fri 07:00-19:00 UTC\nspec: {}\n',
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      { subject: 'ScaledObject/default/cart', outcome: 'pass' },
      { subject: 'Deployment/default/web', outcome: 'pass' },
    ],
  },
  {
    title: 'a group that may be small but that nothing moves',
    files: {
      'main.tf':
        'resource "aws_autoscaling_group" "web" {\n  min_size = 0\n  max_size = 4\n}\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: NONE,
  },
  {
    title: 'a nightly pipeline that stops staging; the same by hand is none',
    files: {
      '.github/workflows/night.yml':
        'on:\n  schedule:\n    - cron: "0 20 * * *"\njobs:\n  stop:\n    runs-on: ubuntu-latest\n    steps:\n      - run: kubectl scale deployment --all --replicas=0 -n staging\n',
      '.github/workflows/hand.yml':
        'on: workflow_dispatch\njobs:\n  stop:\n    runs-on: ubuntu-latest\n    steps:\n      - run: aws ec2 stop-instances --instance-ids i-1\n',
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      {
        subject: '.github/workflows/night.yml#stop',
        outcome: 'pass',
        at: '.github/workflows/night.yml:8',
      },
    ],
  },
  {
    title: 'kube-downscaler in the overlay of staging only',
    files: {
      'k8s/base/kustomization.yaml': 'resources: []\n',
      'k8s/overlays/production/kustomization.yaml': 'resources: [../../base]\n',
      'k8s/overlays/staging/kustomization.yaml':
        'resources: [../../base]\ncommonAnnotations:\n  downscaler/uptime: Mon-Fri 07:00-20:00 Europe/Dublin\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'k8s/overlays/staging/kustomization.yaml',
        outcome: 'pass',
        at: 'k8s/overlays/staging/kustomization.yaml:3',
      },
    ],
  },
]);
