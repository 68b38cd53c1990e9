import { testCheck } from '../../testing';
import { metricsExported } from './metrics-exported';

testCheck(metricsExported, [
  {
    title: 'a logger is no metrics library',
    files: {
      'package.json':
        '{"dependencies": {"@aws-lambda-powertools/logger": "2.4.0"}}\n',
    },
    outcome: 'fail',
  },
  {
    title: 'metrics of Powertools',
    files: {
      'package.json':
        '{"dependencies": {"@aws-lambda-powertools/metrics": "2.4.0"}}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'package.json', outcome: 'pass' }],
  },
  {
    title: "a PodMonitor that a database's operator makes",
    files: {
      'db.yaml':
        'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: a}\nspec:\n  instances: 3\n  monitoring:\n    enablePodMonitor: true\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'db.yaml', outcome: 'pass', at: 'db.yaml:7' }],
  },
]);

testCheck(metricsExported, [
  {
    title: 'User data installs an agent',
    files: {
      'main.tf':
        'resource "aws_instance" "app" {\n  user_data = <<-EOT\n    #!/bin/bash\n    yum install -y amazon-cloudwatch-agent\n  EOT\n}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'aws_instance.app', outcome: 'pass', at: 'main.tf:4' },
    ],
  },
  {
    title: "a host's exporter by Ansible, and Traefik's metrics",
    files: {
      'ansible/roles/monitoring/tasks/main.yml':
        '- ansible.builtin.get_url:\n    url: "https://downloads.example.com/node_exporter-1.8.0.tar.gz"\n    dest: /tmp\n',
      'compose.yaml':
        'services:\n  proxy:\n    image: traefik:v2.11.2\n    command:\n      - --metrics.prometheus=true\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'ansible/roles/monitoring/tasks/main.yml',
        outcome: 'pass',
        at: 'ansible/roles/monitoring/tasks/main.yml:2',
      },
      { subject: 'compose.yaml', outcome: 'pass', at: 'compose.yaml:5' },
    ],
    isComplete: true,
  },
]);
