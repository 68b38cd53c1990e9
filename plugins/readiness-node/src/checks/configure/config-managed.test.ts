import { testCheck } from '../../testing';
import { configManaged } from './config-managed';

testCheck(configManaged, [
  {
    title: 'a handler is told of one of two templates',
    files: {
      'roles/web/tasks/main.yml':
        '- template:\n    src: motd.j2\n    dest: /etc/motd\n- ansible.builtin.template:\n    src: web.conf.j2\n    dest: /etc/web.conf\n  notify: Restart web\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'roles/web/tasks/main.yml',
        outcome: 'pass',
        at: 'roles/web/tasks/main.yml:4',
      },
    ],
    isComplete: true,
  },
  {
    title: 'Chef, Puppet, parameter group, SSM in two languages',
    files: {
      'cookbooks/relay/recipes/default.rb':
        "template '/etc/postfix/main.cf' do\n  source 'main.cf.erb'\nend\n",
      'site-modules/profile/manifests/wiki.pp':
        "class profile::wiki {\n  file { '/srv/a.php':\n    content => epp('profile/a.php.epp'),\n  }\n}\n",
      'main.tf':
        'resource "aws_db_parameter_group" "orders" {\n  family = "postgres16"\n}\n\nresource "aws_sqs_queue" "a" {}\n',
      'stack.yaml':
        'Resources:\n  LogLevel:\n    Type: AWS::SSM::Parameter\n    Properties:\n      Type: String\n      Value: info\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'cookbooks/relay/recipes/default.rb', outcome: 'pass' },
      {
        subject: 'site-modules/profile/manifests/wiki.pp',
        outcome: 'pass',
        at: 'site-modules/profile/manifests/wiki.pp:3',
      },
      { subject: 'aws_db_parameter_group.orders', outcome: 'pass' },
      { subject: 'LogLevel', outcome: 'pass', at: 'stack.yaml:2' },
    ],
    isComplete: true,
  },
  {
    title: 'the generator of Kustomize, and Helm values',
    files: {
      'k8s/kustomization.yaml':
        'configMapGenerator:\n  - name: cart\n    literals:\n      - LOG_LEVEL=info\n',
      'chart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 1.0.0\n',
      'chart/values.yaml': 'replicas: 1\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'ConfigMap/default/cart', outcome: 'pass' },
      { subject: 'chart', outcome: 'pass' },
    ],
    isComplete: true,
  },
]);
