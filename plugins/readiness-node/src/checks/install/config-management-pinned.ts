import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, pass, unknown } from '../../check';
import type {
  ManagedDependencyFact,
  ManagedPackageFact,
} from '../../facts/types/configurationManagement';
import type { Location } from '../../facts/value';

/** States that take the newest version there is. */
const NEWEST = /^(latest|upgrade)$/;
/** Versions that move. */
const FLOATING = /^(\*|latest|main|master|head|trunk|devel(op)?|>= ?0(\.0)*)$/i;

export const configManagementPinned = defineCheck({
  id: 'config-management-pinned',
  category: 'install',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Configuration management installs named versions',
  description:
    'Ansible has no state: latest, and entries of requirements.yml have a version; Chef has Policyfile.lock.json, Berksfile.lock or constrained depends, and upgrades nothing by itself; Puppet has versions in Puppetfile and metadata.json and no ensure => latest; Packer names its plugins in required_plugins. One finding a file. Not applicable without any of them.',
  rationale:
    'state: latest turns every run of a playbook into an upgrade that nobody planned, on the hosts it happens to reach first. Roles, cookbooks and modules without a version are other people’s next release, installed as root.',
  knownAs: ['package-latest'],
  references: [
    {
      title: 'ansible-lint: package-latest',
      url: 'https://ansible.readthedocs.io/projects/lint/rules/package-latest/',
    },
    {
      title: 'Chef: Policyfile',
      url: 'https://docs.chef.io/policyfile/',
    },
    {
      title: 'Packer: required_plugins',
      url: 'https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/packer',
    },
  ],
  remediation: {
    summary:
      'Replace latest by present with a version, give each role, collection, cookbook, module and plugin a version, and commit the lock file.',
    effortMinutes: 45,
    snippets: {
      ansible: 'collections:\n  - name: community.mysql\n    version: 3.11.0\n',
      chef: "depends 'logrotate', '~> 3.0'\n",
      puppet: "mod 'puppetlabs-apache', '12.2.0'\n",
      packer:
        'packer {\n  required_plugins {\n    amazon = {\n      source  = "github.com/hashicorp/amazon"\n      version = "~> 1.3"\n    }\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'Versions everywhere',
      files: {
        'requirements.yml':
          'collections:\n  - name: community.mysql\n    version: 3.11.0\n',
        'roles/web/tasks/main.yml':
          '- ansible.builtin.apt:\n    name: nginx=1.24.0\n    state: present\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'requirements.yml',
          outcome: 'pass',
          at: 'requirements.yml:2',
        },
        { subject: 'roles/web/tasks/main.yml', outcome: 'pass' },
      ],
    },
    {
      title: 'The newest package',
      files: {
        'roles/web/tasks/main.yml':
          '- ansible.builtin.apt:\n    name: nginx\n    state: latest\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'roles/web/tasks/main.yml',
          outcome: 'fail',
          at: 'roles/web/tasks/main.yml:3',
        },
      ],
    },
    {
      title: 'No configuration management',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      groupBySubject([
        ...facts.managedPackages.map(judgePackage),
        ...facts.managedDependencies.map(judgeDependency),
      ]),
      'No packages or dependencies of Ansible, Chef, Puppet or Packer',
      judgeFile,
    ),
});

/** What one statement of a file says. */
interface Statement {
  readonly subject: string;
  readonly outcome: Finding['outcome'];
  readonly text: string;
  readonly rules: readonly string[];
  readonly location: Location;
}

function judgePackage({
  subject,
  tool,
  names,
  state,
}: ManagedPackageFact): Statement {
  const rules = tool === 'ansible' ? ['package-latest'] : [];
  const { location, setting } = state;
  const packages = names.join(', ');
  if (state.state === 'unresolved') {
    const text = `${packages}: ${setting} is ${state.expression}, which cannot be resolved`;
    return { subject, outcome: 'unknown', text, rules, location };
  }
  const value =
    state.state === 'known' ? state.value : state.defaultValue ?? '';
  const outcome = NEWEST.test(value) ? 'fail' : 'pass';
  return {
    subject,
    outcome,
    text: `${packages}: ${setting} ${value}`,
    rules,
    location,
  };
}

function judgeDependency(dependency: ManagedDependencyFact): Statement {
  const { subject, name, version, lock, setting, location } = dependency;
  const isLocked = lock !== undefined;
  const isNamed = version !== undefined && !FLOATING.test(version.trim());
  const outcome = isLocked || isNamed ? 'pass' : 'fail';
  const missing = version === undefined ? `lacks ${setting}` : `is ${version}`;
  const named = isNamed ? `${name} ${version}` : `${name} ${missing}`;
  const text = isLocked ? `${name} by ${lock.path}` : named;
  return { subject, outcome, text, rules: [], location };
}

function groupBySubject(
  statements: readonly Statement[],
): readonly (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.location.repository ?? ''} ${statement.subject}`;
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()];
}

/** The worst statement decides; the finding names all that are as bad. */
function judgeFile(statements: readonly Statement[]): Finding | undefined {
  const [first] = statements;
  if (first === undefined) return undefined;
  const outcome = (['fail', 'unknown', 'pass'] as const).find(each =>
    statements.some(statement => statement.outcome === each),
  );
  const deciding = statements.filter(each => each.outcome === outcome);
  const details = {
    message: deciding.map(({ text }) => text).join('; '),
    rules: [...new Set(statements.flatMap(({ rules }) => rules))],
    expected: 'a version that does not move by itself',
    at: deciding.map(({ location }) => location).slice(0, 10),
  };
  if (outcome === 'pass') return pass(first, details);
  return outcome === 'unknown' ? unknown(first, details) : fail(first, details);
}
