import {
  defineCheck,
  fail,
  findToolUses,
  passToolUses,
  presence,
} from '../../check';

export const policyTests = defineCheck({
  id: 'policy-tests',
  category: 'tests',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'Policies as code are tested',
  description:
    'There are policies as code (Rego, Sentinel, Kyverno, cfn-guard) with tests of their own: *_test.rego or opa test, kyverno-test.yaml, sentinel tests, cfn-guard tests. Policies without tests are partial.',
  rationale:
    'A policy that never denied anything may be right, or may never match. Its tests are what tells the difference.',
  references: [
    {
      title: 'OPA: policy testing',
      url: 'https://www.openpolicyagent.org/docs/policy-testing',
    },
    {
      title: 'Kyverno test',
      url: 'https://kyverno.io/docs/kyverno-cli/usage/test/',
    },
  ],
  remediation: {
    summary:
      'Put a *_test.rego beside each policy and run opa test (or conftest verify) in CI.',
    effortMinutes: 60,
    snippets: {
      rego: 'package main\n\ntest_deny_public_bucket {\n  count(deny) == 1 with input as {"acl": "public-read"}\n}\n',
      shell: 'opa test policy/ -v\n',
    },
  },
  examples: [
    {
      title: 'Rego with tests',
      files: {
        'policy/a.rego': 'package main\n',
        'policy/a_test.rego': 'package main\n\ntest_a { true }\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'policy/a_test.rego',
          outcome: 'pass',
          at: 'policy/a_test.rego:3',
        },
      ],
    },
    {
      title: 'Rego without tests',
      files: { 'policy/a.rego': 'package main\n' },
      outcome: 'fail',
      findings: [
        { subject: 'policy/a.rego', outcome: 'fail', at: 'policy/a.rego:1' },
      ],
    },
    { title: 'No policies', files: { 'main.tf': '\n' }, outcome: 'fail' },
  ],
  evaluate(context) {
    const uses = findToolUses(context.facts, 'policy-test');
    const tests = uses.filter(use => use.source !== 'configuration');
    const [policy] = tests.length > 0 ? [] : uses;
    const untested =
      policy &&
      fail(policy, {
        message: `${policy.tool} without tests`,
        expected: 'tests of the policies',
        actual: 'no test',
        partial: true,
      });
    return presence(
      context,
      'policies as code with tests (Rego, Sentinel, Kyverno, cfn-guard)',
      untested ? [untested] : passToolUses(tests),
    );
  },
});
