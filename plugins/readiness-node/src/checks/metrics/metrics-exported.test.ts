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
]);
