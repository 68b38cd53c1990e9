import { testCheck } from '../../testing';
import { infrastructureTests } from './infrastructure-tests';

const tf = { 'main.tf': 'resource "aws_sqs_queue" "a" {}\n' };

testCheck(infrastructureTests, [
  ...(
    [
      [
        'InSpec profile',
        'test/integration/default/controls/a.rb',
        "control 'a-1' do\nend\n",
      ],
      ['Serverspec', 'spec/web_spec.rb', "require 'serverspec'\n"],
      ['goss', 'goss.yaml', 'package:\n  nginx: {}\n'],
      ['Test Kitchen', 'kitchen.yml', 'driver:\n  name: dokken\nsuites: []\n'],
      ['kitchen-terraform', '.kitchen.yml', 'driver:\n  name: terraform\n'],
      ['Molecule', 'roles/web/molecule/default/molecule.yml', 'driver: {}\n'],
      ['taskcat', '.taskcat.yml', 'project: {}\n'],
      [
        'CDK assertions',
        'test/stack.test.ts',
        "import { Template } from 'aws-cdk-lib/assertions';\n",
      ],
      ['rspec-puppet', 'spec/classes/web_spec.rb', "describe 'web' do\nend\n"],
      ['ChefSpec', 'spec/unit/a_spec.rb', "require 'chefspec'\n"],
      [
        'helm test',
        'chart/templates/tests/a.yaml',
        'metadata:\n  annotations:\n    "helm.sh/hook": test\n',
      ],
      [
        'terraform test in CI',
        '.github/workflows/ci.yml',
        'on: push\njobs:\n  t:\n    steps:\n      - run: terraform test\n',
      ],
    ] as const
  ).map(([title, path, text]) => ({
    title,
    files: { ...tf, [path]: text },
    outcome: 'pass' as const,
  })),
  {
    title: 'a test of the application is none',
    files: { ...tf, 'a_test.go': 'package a\nfunc TestA(t *testing.T) {}\n' },
    outcome: 'fail',
  },
  {
    title: 'Kubernetes manifests are infrastructure code',
    files: {
      'k8s/a.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: []}}}\n',
    },
    outcome: 'fail',
  },
  {
    title: 'fixtures are no evidence',
    files: { ...tf, 'testdata/kitchen.yml': 'suites: []\n' },
    outcome: 'fail',
  },
]);
