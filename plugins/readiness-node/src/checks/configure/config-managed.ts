import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { ManagedTemplateFact } from '../../facts/types/configurationManagement';
import { describeConfigType } from './configTypes';

export const configManaged = defineCheck({
  id: 'config-managed',
  category: 'configure',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Configuration is produced by code',
  description:
    'Configuration comes from code: ConfigMaps or their generator, Helm values, Ansible templates with handlers, Chef .erb or Puppet .epp and .erb templates, SSM parameters, AppConfig, Consul keys, parameter groups of databases and caches. Ansible templates that notify no handler count half.',
  rationale:
    'A setting that was changed on a server by hand is gone with the server, and nobody knows who changed it or why. Configuration as code is reviewed, repeated on every machine and undone with one revert.',
  references: [
    {
      title: 'Kubernetes: ConfigMaps',
      url: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
    },
    {
      title: 'Ansible: templating',
      url: 'https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_templating.html',
    },
    {
      title: 'Amazon RDS: parameter groups',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html',
    },
  ],
  remediation: {
    summary:
      'Put settings into a ConfigMap, Helm values, a template of the configuration management, aws_ssm_parameter or a parameter group, and let changes restart what reads them.',
    effortMinutes: 90,
    snippets: {
      kubernetes:
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cart\ndata:\n  LOG_LEVEL: info\n',
      ansible:
        '- name: Configuration\n  ansible.builtin.template:\n    src: cart.conf.j2\n    dest: /etc/cart/cart.conf\n    mode: "0644"\n  notify: Restart cart\n',
      terraform:
        'resource "aws_ssm_parameter" "log_level" {\n  name  = "/cart/log_level"\n  type  = "String"\n  value = "info"\n}\n',
    },
  },
  examples: [
    {
      title: 'A ConfigMap',
      files: {
        'k8s/config.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cart\ndata:\n  LOG_LEVEL: info\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'ConfigMap/default/cart',
          outcome: 'pass',
          at: 'k8s/config.yaml:1',
        },
      ],
    },
    {
      title: 'A template without a handler',
      files: {
        'roles/web/tasks/main.yml':
          '- ansible.builtin.template:\n    src: web.conf.j2\n    dest: /etc/web.conf\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'roles/web/tasks/main.yml',
          outcome: 'fail',
          at: 'roles/web/tasks/main.yml:1',
        },
      ],
    },
    {
      title: 'Nothing produces it',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const found = [
      ...passResources(context),
      ...passCharts(context),
      ...judgeTemplates(context),
    ];
    const passing = found.filter(({ outcome }) => outcome === 'pass');
    return presence(
      context,
      'configuration as code (ConfigMap, Helm values, templates of Ansible, Chef or Puppet, SSM parameters, AppConfig, Consul keys, parameter groups)',
      passing.length > 0 ? passing : found,
    );
  },
});

function passResources({ facts }: CheckContext): Finding[] {
  return facts.resourceInventory.flatMap(resource => {
    const what = describeConfigType(resource.type);
    return what === undefined ? [] : [pass(resource, { message: what })];
  });
}

function passCharts({ facts }: CheckContext): Finding[] {
  return facts.configSchemas.map(chart =>
    pass(chart, { message: 'Helm values configure the chart' }),
  );
}

/** One finding a file: its best template. */
function judgeTemplates({ facts }: CheckContext): Finding[] {
  const files = new Map<string, ManagedTemplateFact>();
  for (const template of facts.managedTemplates) {
    const known = files.get(template.subject);
    if (known === undefined || (!isApplied(known) && isApplied(template)))
      files.set(template.subject, template);
  }
  return [...files.values()].map(template =>
    isApplied(template)
      ? pass(template, { message: `${template.source} is rendered here` })
      : fail(template, {
          message: `${template.source} is rendered, but no handler applies it`,
          expected: 'notify',
          actual: 'no notify',
          partial: true,
        }),
  );
}

/** Agents of Chef and Puppet come back by themselves; Ansible needs a handler. */
function isApplied({ tool, notifies }: ManagedTemplateFact): boolean {
  return tool !== 'ansible' || notifies;
}
