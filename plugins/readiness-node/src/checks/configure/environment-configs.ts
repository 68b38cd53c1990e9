import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  findLibraryKind,
  notApplicable,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { EnvironmentConfigFact } from '../../facts/types/configuration';

/** Kinds that are no difference between environments until there are two. */
const NEEDS_TWO = new Set([
  'Terraform variables',
  'Terragrunt inputs',
  'Kustomize overlays',
  'Pulumi stacks',
  'stack parameters',
]);

export const environmentConfigs = defineCheck({
  id: 'environment-configs',
  category: 'configure',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Environments have settings of their own',
  description:
    'Settings differ by environment in files: values-<env>.yaml, two or more *.tfvars, inventories and group_vars, application-<env>.*, appsettings.<env>.json, parameter files of stacks, overlays that change settings. Roots and stacks per environment are another check. Not applicable to libraries.',
  rationale:
    'When the only difference between staging and production is in somebody’s head, staging proves nothing. Settings per environment in files make the difference short, visible and reviewed.',
  references: [
    {
      title: 'Helm: values files',
      url: 'https://helm.sh/docs/chart_template_guide/values_files/',
    },
    {
      title: 'Terraform: variable definitions files',
      url: 'https://developer.hashicorp.com/terraform/language/values/variables',
    },
    {
      title: 'Ansible: inventories',
      url: 'https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html',
    },
  ],
  remediation: {
    summary:
      'Give each environment a file of settings: values-prod.yaml, prod.tfvars, inventories/production/group_vars/all.yml or application-prod.yml.',
    effortMinutes: 60,
    snippets: {
      helm: '# values-prod.yaml\nreplicaCount: 3\nlogLevel: info\n',
      terraform:
        '# prod.tfvars\ninstance_class = "db.m6g.large"\nmulti_az       = true\n',
    },
  },
  examples: [
    {
      title: 'Helm values of production',
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 1.0.0\n',
        'chart/values.yaml': 'replicas: 1\n',
        'chart/values-prod.yaml': 'replicas: 3\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'chart/values-prod.yaml', outcome: 'pass' }],
    },
    {
      title: 'Two files of Terraform variables',
      files: {
        'infra/main.tf': 'variable "size" {}\n',
        'infra/env/dev.tfvars': 'size = "small"\n',
        'infra/env/prod.tfvars': 'size = "large"\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'infra/env/dev.tfvars', outcome: 'pass' },
        { subject: 'infra/env/prod.tfvars', outcome: 'pass' },
      ],
    },
    {
      title: 'One set of values for all',
      files: { 'chart/values.yaml': 'replicas: 1\n' },
      outcome: 'fail',
    },
    {
      title: 'A library',
      files: {},
      entity: { type: 'library' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(`A ${library} has no environments`);
    const findings = judgeKinds(context);
    const passing = findings.filter(({ outcome }) => outcome === 'pass');
    return presence(
      context,
      'settings per environment (values-<env>.yaml, two or more *.tfvars, inventories or group_vars, application-<env>.*, parameter files)',
      passing.length > 0 ? passing : findings,
    );
  },
});

function judgeKinds({ facts }: CheckContext): Finding[] {
  const kinds = new Map<string, EnvironmentConfigFact[]>();
  for (const fact of facts.environmentConfigs)
    kinds.set(fact.kind, [...(kinds.get(fact.kind) ?? []), fact]);
  return [...kinds.values()].flatMap(judgeKind);
}

/** One finding a file; the environments of the kind are named in each. */
function judgeKind(members: readonly EnvironmentConfigFact[]): Finding[] {
  const environments = [...new Set(members.map(each => each.environment))];
  const files = [
    ...new Map(members.map(each => [each.subject, each])).values(),
  ];
  return files.map(fact => {
    const expected = 'settings for two environments or more';
    if (!NEEDS_TWO.has(fact.kind) || environments.length > 1) {
      const message = `${fact.kind} for ${environments.join(', ')}`;
      return pass(fact, { message, expected });
    }
    const message = `${fact.kind} for ${environments.join(', ')} only`;
    return fail(fact, { message, expected, actual: 'one environment' });
  });
}
