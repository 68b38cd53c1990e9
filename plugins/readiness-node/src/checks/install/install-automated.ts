import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  findConfigurationManagementLibrary,
  findLibraryKind,
  notApplicable,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { HostScriptFact } from '../../facts/types/hosts';

/** Scripts whose name says that they set something up. */
const SETUP_SCRIPT =
  /(^|[-_./])(install|setup|set-up|provision|provisioning|bootstrap|configure)([-_.][\w.-]*)?\.(sh|bash)(\.tftpl|\.tpl)?$/i;
/** Resources that install software while a machine or image is made. */
const INSTALLING_TYPE =
  /^(aws_imagebuilder_(component|image_recipe)|AWS::ImageBuilder::(Component|ImageRecipe)|aws_ssm_association|AWS::SSM::Association)$/;
const SCRIPTS = {
  'user-data': 'User data',
  'cloud-init': 'cloud-init',
} as const;
const TOOLS = {
  ansible: 'Ansible',
  chef: 'Chef',
  puppet: 'Puppet',
  packer: 'Packer',
} as const;

export const installAutomated = defineCheck({
  id: 'install-automated',
  category: 'install',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'Software is installed by code',
  description:
    'Something installs the software: a Dockerfile or Containerfile, a buildpack project.toml, Packer, an Ansible playbook or role, a Chef cookbook, a Puppet module, cloud-init or user data, or an install, setup or provision script. Not applicable to code libraries and Terraform modules.',
  rationale:
    'A server that somebody set up by hand can be kept, but not repeated: the second one differs in ways nobody wrote down. Installed by code, the next machine is as good as the first, at three in the morning too.',
  references: [
    {
      title: 'Dockerfile reference',
      url: 'https://docs.docker.com/reference/dockerfile/',
    },
    {
      title: 'Ansible playbooks',
      url: 'https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_intro.html',
    },
    {
      title: 'Packer',
      url: 'https://developer.hashicorp.com/packer/docs',
    },
  ],
  remediation: {
    summary:
      'Write a Dockerfile, or a playbook, cookbook, Puppet module, Packer template or user data that installs the binaries and what they need.',
    effortMinutes: 120,
    snippets: {
      dockerfile:
        'FROM node:22.11-bookworm-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\n',
      ansible:
        '- name: Install nginx\n  ansible.builtin.apt:\n    name: nginx=1.24.0-2ubuntu7\n    state: present\n',
    },
  },
  examples: [
    {
      title: 'A Dockerfile',
      files: { Dockerfile: 'FROM node:22.11\nCOPY . .\n' },
      outcome: 'pass',
      findings: [{ subject: 'Dockerfile', outcome: 'pass' }],
    },
    {
      title: 'An Ansible role',
      files: {
        'roles/web/tasks/main.yml': '- ansible.builtin.apt:\n    name: nginx\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'roles/web', outcome: 'pass' }],
    },
    {
      title: 'Nothing installs it',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
    {
      title: 'A code library',
      files: { 'main.go': 'package cart\n' },
      entity: { type: 'library' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    const isManagement =
      findConfigurationManagementLibrary(context) !== undefined;
    if (library !== undefined && !isManagement)
      return notApplicable(`A ${library} is installed by what uses it`);
    return presence(
      context,
      'something that installs the software (Dockerfile, buildpack, Packer, Ansible, Chef, Puppet, cloud-init or user data, install script)',
      [
        ...passContainers(context),
        ...passManagement(context),
        ...passHosts(context),
      ],
    );
  },
});

function passContainers({ facts }: CheckContext): Finding[] {
  return [
    ...facts.containerfiles
      .filter(file => !file.isDevelopment)
      .map(file => pass(file, { message: 'A container image installs it' })),
    ...facts.buildpacks.map(file =>
      pass(file, { message: 'A buildpack installs it' }),
    ),
  ];
}

function passManagement({ facts }: CheckContext): Finding[] {
  return facts.managedUnits.map(unit =>
    pass(unit, { message: `${TOOLS[unit.tool]}: a ${unit.kind}` }),
  );
}

function passHosts({ facts }: CheckContext): Finding[] {
  return [
    ...facts.hostScripts
      .filter(isSetup)
      .map(script => pass(script, { message: describeScript(script) })),
    ...facts.resourceInventory
      .filter(({ type }) => INSTALLING_TYPE.test(type))
      .map(resource =>
        pass(resource, { message: `${resource.type} installs it` }),
      ),
  ];
}

function isSetup({ kind, subject }: HostScriptFact): boolean {
  return kind === 'shell' ? SETUP_SCRIPT.test(subject) : kind in SCRIPTS;
}

function describeScript({ kind, commands }: HostScriptFact): string {
  const name =
    kind === 'user-data' || kind === 'cloud-init' ? SCRIPTS[kind] : 'A script';
  return `${name} with ${commands.length} commands sets it up`;
}
