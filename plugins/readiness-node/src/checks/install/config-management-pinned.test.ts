import { testCheck } from '../../testing';
import { configManagementPinned } from './config-management-pinned';

testCheck(configManagementPinned, [
  {
    title: 'state from the defaults of the role, and one nobody can tell',
    files: {
      'roles/web/defaults/main.yml': 'web_state: latest\n',
      'roles/web/tasks/main.yml':
        '- name: nginx\n  apt:\n    name: nginx\n    state: "{{ web_state }}"\n',
      'roles/db/tasks/main.yml':
        '- apt:\n    name: postgresql\n    state: "{{ db_state }}"\n',
      'roles/cache/tasks/main.yml':
        '- block:\n    - package: name=redis state="{{ cache_state | default(\'present\') }}"\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'roles/web/tasks/main.yml',
        outcome: 'fail',
        at: 'roles/web/tasks/main.yml:4',
      },
      {
        subject: 'roles/db/tasks/main.yml',
        outcome: 'unknown',
        at: 'roles/db/tasks/main.yml:3',
      },
      { subject: 'roles/cache/tasks/main.yml', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'a playbook: free-form latest; latest of something else is fine',
    files: {
      'site.yml':
        '- hosts: all\n  tasks:\n    - yum: name=httpd state=latest\n    - git:\n        repo: https://git.example.com/a.git\n        dest: /srv/a\n',
    },
    outcome: 'fail',
    findings: [{ subject: 'site.yml', outcome: 'fail', at: 'site.yml:3' }],
    isComplete: true,
  },
  {
    title: 'requirements: one without a version, one of a branch',
    files: {
      'requirements.yml':
        'roles:\n  - name: firewall\n    src: https://git.example.com/firewall\ncollections:\n  - name: community.mysql\n    version: 3.11.0\n  - name: ansible.posix\n  - name: https://git.example.com/c.git\n    type: git\n    version: main\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'requirements.yml',
        outcome: 'fail',
        at: 'requirements.yml:2',
      },
    ],
    isComplete: true,
  },
  {
    title: 'the dependencies of a Helm 2 chart are none of Ansible',
    files: { 'chart/requirements.yaml': 'dependencies:\n  - name: redis\n' },
    outcome: 'not-applicable',
  },
  {
    title: 'Chef: constrained, not constrained, upgraded',
    files: {
      'cookbooks/a/metadata.rb': "name 'a'\ndepends 'logrotate', '~> 3.0'\n",
      'cookbooks/b/metadata.rb': "name 'b'\ndepends 'logrotate'\n",
      'cookbooks/b/recipes/default.rb':
        "package 'postfix' do\n  version '3.6'\nend\n\npackage %w(opendkim opendkim-tools) do\n  action :upgrade\nend\n",
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'cookbooks/a/metadata.rb',
        outcome: 'pass',
        at: 'cookbooks/a/metadata.rb:2',
      },
      {
        subject: 'cookbooks/b/metadata.rb',
        outcome: 'fail',
        at: 'cookbooks/b/metadata.rb:2',
      },
      {
        subject: 'cookbooks/b/recipes/default.rb',
        outcome: 'fail',
        at: 'cookbooks/b/recipes/default.rb:6',
      },
    ],
    isComplete: true,
  },
  {
    title: 'Chef: a lock file fixes what the cookbook leaves open',
    files: {
      'metadata.rb': "name 'b'\ndepends 'logrotate'\n",
      'Policyfile.lock.json': '{"cookbook_locks": {}}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'metadata.rb', outcome: 'pass' }],
  },
  {
    title: 'Puppet: Puppetfile, metadata and ensure',
    files: {
      Puppetfile:
        "mod 'puppetlabs-apache', '12.2.0'\nmod 'puppetlabs-mysql'\nmod 'profile', local: true\nmod 'php',\n  git: 'https://git.example.com/php',\n  tag: 'v1.0'\n",
      'modules/web/metadata.json':
        '{\n  "name": "acme-web",\n  "dependencies": [\n    {"name": "puppetlabs/stdlib", "version_requirement": ">= 8.0.0 < 10.0.0"}\n  ]\n}\n',
      'modules/web/manifests/init.pp':
        "class web {\n  package { ['php-intl', 'imagemagick']:\n    ensure => latest,\n  }\n}\n",
    },
    outcome: 'fail',
    findings: [
      { subject: 'Puppetfile', outcome: 'fail', at: 'Puppetfile:2' },
      {
        subject: 'modules/web/metadata.json',
        outcome: 'pass',
        at: 'modules/web/metadata.json:4',
      },
      {
        subject: 'modules/web/manifests/init.pp',
        outcome: 'fail',
        at: 'modules/web/manifests/init.pp:2',
      },
    ],
    isComplete: true,
  },
  {
    title: 'Packer: plugins required in a file of their own, and not at all',
    files: {
      'app/plugins.pkr.hcl':
        'packer {\n  required_plugins {\n    amazon = {\n      version = ">= 1.3.0"\n      source  = "github.com/hashicorp/amazon"\n    }\n  }\n}\n',
      'app/app.pkr.hcl': 'source "amazon-ebs" "app" {}\n',
      'db/db.pkr.hcl': 'variable "a" {}\n\nsource "amazon-ebs" "db" {}\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'app/plugins.pkr.hcl',
        outcome: 'pass',
        at: 'app/plugins.pkr.hcl:3',
      },
      { subject: 'db/db.pkr.hcl', outcome: 'fail', at: 'db/db.pkr.hcl:3' },
    ],
    isComplete: true,
  },
]);
