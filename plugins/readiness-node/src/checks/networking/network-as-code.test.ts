import { testCheck } from '../../testing';
import { networkAsCode } from './network-as-code';

testCheck(networkAsCode, [
  {
    title: 'listeners and rules under configuration management',
    files: {
      'roles/common/templates/nftables.conf.j2':
        'table inet filter {\n  chain input {\n    type filter hook input priority 0; policy drop;\n  }\n}\n',
      'roles/web/tasks/main.yml':
        '- name: HTTPS\n  ufw: {rule: allow, port: 443}\n',
      'site/profile/manifests/base.pp':
        "class profile::base {\n  firewall { '100 ssh':\n    dport => 22,\n  }\n}\n",
      'recipes/default.rb': "firewall_rule 'https' do\n  port 443\nend\n",
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'roles/common/templates/nftables.conf.j2',
        outcome: 'pass',
        at: 'roles/common/templates/nftables.conf.j2:3',
      },
      {
        subject: 'roles/web/tasks/main.yml',
        outcome: 'pass',
        at: 'roles/web/tasks/main.yml:2',
      },
      {
        subject: 'site/profile/manifests/base.pp',
        outcome: 'pass',
        at: 'site/profile/manifests/base.pp:2',
      },
      {
        subject: 'recipes/default.rb',
        outcome: 'pass',
        at: 'recipes/default.rb:1',
      },
    ],
    isComplete: true,
  },
]);
