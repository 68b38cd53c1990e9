import { testCheck } from '../../testing';
import { policyTests } from './policy-tests';

testCheck(policyTests, [
  {
    title: 'Kyverno',
    files: { 'policies/a/kyverno-test.yaml': 'name: a\n' },
    outcome: 'pass',
  },
  {
    title: 'opa test in CI',
    files: {
      'policy/a.rego': 'package a\n',
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  p:\n    steps:\n      - run: opa test policy\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.github/workflows/ci.yml#p',
        outcome: 'pass',
        at: '.github/workflows/ci.yml:5',
      },
    ],
  },
  {
    title: 'Sentinel without tests',
    files: { 'a.sentinel': 'main = rule { true }\n' },
    outcome: 'fail',
  },
  {
    title: 'cfn-guard',
    files: {
      'rules/a.guard': 'rule a {}\n',
      'rules/a_tests.yaml': '- name: x\n  expectations:\n    rules: {}\n',
    },
    outcome: 'pass',
  },
]);
