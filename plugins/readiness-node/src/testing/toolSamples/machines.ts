import type { ToolSample } from './toolSample';

const COOKBOOK = {
  'cookbooks/web/metadata.rb':
    "name 'web'\nversion '1.0.0'\ndepends 'nginx', '~> 12.0'\n",
  'cookbooks/web/recipes/default.rb':
    "package 'nginx'\n\ntemplate '/etc/nginx/nginx.conf' do\n  source 'nginx.conf.erb'\n  notifies :reload, 'service[nginx]'\nend\n",
};
const PLAYBOOK = {
  'site.yml':
    '- name: Web servers\n  hosts: web\n  become: true\n  tasks:\n    - name: nginx\n      ansible.builtin.apt:\n        name: nginx=1.24.0-2ubuntu7\n        state: present\n    - name: Configuration\n      ansible.builtin.template:\n        src: nginx.conf.j2\n        dest: /etc/nginx/nginx.conf\n      notify: Reload nginx\n  handlers:\n    - name: Reload nginx\n      ansible.builtin.service:\n        name: nginx\n        state: reloaded\n',
};
const MANIFEST = {
  'manifests/init.pp':
    "class web {\n  package { 'nginx':\n    ensure => '1.24.0',\n  }\n\n  file { '/etc/nginx/nginx.conf':\n    content => epp('web/nginx.conf.epp'),\n    notify  => Service['nginx'],\n  }\n}\n",
};

/** Installing, configuring, hardening and testing machines. */
export const MACHINE_TOOLS: readonly ToolSample[] = [
  {
    tool: 'Bash',
    check: 'install-automated',
    files: {
      'scripts/install.sh':
        '#!/usr/bin/env bash\nset -euo pipefail\napt-get update\napt-get install -y nginx=1.24.0-2ubuntu7\n',
    },
    at: 'scripts/install.sh:1',
  },
  {
    tool: 'Chef',
    check: 'install-automated',
    files: COOKBOOK,
    at: 'cookbooks/web/recipes/default.rb:1',
  },
  {
    tool: 'Chef',
    check: 'config-managed',
    files: COOKBOOK,
    at: 'cookbooks/web/recipes/default.rb:3',
  },
  {
    tool: 'Chef',
    check: 'config-management-pinned',
    files: COOKBOOK,
    at: 'cookbooks/web/metadata.rb:3',
  },
  {
    tool: 'Ansible',
    check: 'install-automated',
    files: PLAYBOOK,
    at: 'site.yml:1',
  },
  {
    tool: 'Ansible',
    check: 'config-managed',
    files: PLAYBOOK,
    at: 'site.yml:10',
  },
  {
    tool: 'Ansible',
    check: 'config-management-pinned',
    files: PLAYBOOK,
    at: 'site.yml:8',
  },
  {
    tool: 'Puppet',
    check: 'install-automated',
    files: MANIFEST,
    at: 'manifests/init.pp:1',
  },
  {
    tool: 'Puppet',
    check: 'config-managed',
    files: MANIFEST,
    at: 'manifests/init.pp:7',
  },
  {
    tool: 'Puppet',
    check: 'config-management-pinned',
    files: { Puppetfile: "mod 'puppetlabs-stdlib', '9.6.0'\n" },
    at: 'Puppetfile:1',
  },
  {
    tool: 'OpenVPN',
    check: 'private-access',
    files: {
      'roles/vpn/tasks/main.yml':
        '- name: The server\n  ansible.builtin.apt:\n    name: openvpn\n    state: present\n',
    },
    at: 'roles/vpn/tasks/main.yml:3',
  },
  {
    tool: 'CIS',
    check: 'host-hardening',
    files: {
      'main.tf':
        'resource "aws_instance" "web" {\n  ami           = data.aws_ami.cis.id\n  instance_type = "m7g.large"\n\n  metadata_options {\n    http_tokens = "required"\n  }\n}\n\ndata "aws_ami" "cis" {\n  most_recent = true\n  owners      = ["aws-marketplace"]\n\n  filter {\n    name   = "name"\n    values = ["CIS Ubuntu Linux 22.04 LTS Benchmark*"]\n  }\n}\n',
    },
    at: 'main.tf:16',
  },
  {
    tool: 'Vault',
    check: 'secrets-managed',
    files: {
      'main.tf':
        'data "vault_kv_secret_v2" "database" {\n  mount = "secret"\n  name  = "orders/database"\n}\n',
    },
    at: 'main.tf:1',
  },
  {
    tool: "Let's Encrypt",
    check: 'tls-certificates-managed',
    files: {
      'k8s/issuer.yaml':
        'apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata:\n  name: letsencrypt\nspec:\n  acme:\n    server: https://acme-v02.api.letsencrypt.org/directory\n    privateKeySecretRef:\n      name: letsencrypt\n',
    },
    at: 'k8s/issuer.yaml:1',
  },
  {
    tool: 'Terratest',
    check: 'infrastructure-tests',
    files: {
      'main.tf': 'resource "aws_sqs_queue" "a" {}\n',
      'test/queue_test.go':
        'package test\n\nimport (\n\t"testing"\n\n\t"github.com/gruntwork-io/terratest/modules/terraform"\n)\n\nfunc TestQueue(t *testing.T) {\n\toptions := &terraform.Options{TerraformDir: "../"}\n\tdefer terraform.Destroy(t, options)\n\tterraform.InitAndApply(t, options)\n}\n',
    },
    at: 'test/queue_test.go:6',
  },
  {
    tool: 'InSpec',
    check: 'infrastructure-tests',
    files: {
      ...COOKBOOK,
      'test/integration/default/inspec.yml': 'name: default\nversion: 0.1.0\n',
      'test/integration/default/controls/nginx.rb':
        "control 'nginx' do\n  describe port(80) do\n    it { should be_listening }\n  end\nend\n",
    },
    at: 'test/integration/default/controls/nginx.rb:1',
  },
  {
    tool: 'Serverspec',
    check: 'infrastructure-tests',
    files: {
      ...PLAYBOOK,
      'spec/spec_helper.rb': "require 'serverspec'\n\nset :backend, :ssh\n",
      'spec/web/nginx_spec.rb':
        "require 'spec_helper'\n\ndescribe package('nginx') do\n  it { should be_installed }\nend\n",
    },
    at: 'spec/spec_helper.rb:1',
  },
  {
    tool: 'kitchen-terraform',
    check: 'infrastructure-tests',
    files: {
      'main.tf': 'resource "aws_sqs_queue" "a" {}\n',
      '.kitchen.yml':
        'driver:\n  name: terraform\n  root_module_directory: test/fixtures/queue\n\nprovisioner:\n  name: terraform\n\nverifier:\n  name: terraform\n\nplatforms:\n  - name: aws\n\nsuites:\n  - name: default\n',
    },
    at: '.kitchen.yml:1',
  },
];
