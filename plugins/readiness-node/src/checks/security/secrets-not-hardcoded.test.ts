import { collectFacts } from '../../facts/collectFacts';
import { createSnapshot } from '../../testing/createSnapshot';
import { testCheck } from '../../testing/checkTester';
import { secretsNotHardcoded } from './secrets-not-hardcoded';

// Put together here so that scanners of this repository stay quiet.
const KEY = ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('');
const TOKEN = `ghp${'_'}aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6`;
const PRIVATE = `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(
  4,
)}\n-----END RSA ${'PRIVATE'} KEY-----\n`;

testCheck(secretsNotHardcoded, [
  {
    title:
      'Terraform: provider, function, user data, module, locals, variables files',
    files: {
      'main.tf': [
        'provider "aws" {',
        `  access_key = "${KEY}"`,
        '}',
        'resource "aws_lambda_function" "a" {',
        '  environment {',
        '    variables = {',
        '      API_KEY   = "9f8a7b6c5d4e"',
        '      TOKEN_URL = "https://id.acme.test/token"',
        '      DB_PASSWORD_ARN = "orders-db-password"',
        '    }',
        '  }',
        '}',
        'resource "aws_instance" "b" {',
        '  user_data = <<-EOT',
        '    #!/bin/sh',
        `    export AWS_ACCESS_KEY_ID=${KEY}`,
        '    export DB_PASSWORD="${var.password}"',
        '  EOT',
        '}',
        'module "db" {',
        '  source   = "./db"',
        '  password = "Sommer-2019!"',
        '}',
        'locals {',
        '  api_token = "9f8a7b6c5d4e"',
        '}',
        'variable "password" {',
        '  sensitive = true',
        '}',
      ].join('\n'),
      'db/main.tf':
        'variable "password" {}\nresource "aws_db_instance" "this" {\n  password = var.password\n}\n',
      'prod.tfvars': 'password = "Winter-2020!"\n',
    },
    outcome: 'fail',
    findings: [
      { subject: 'provider.aws', outcome: 'fail', at: 'main.tf:2' },
      { subject: 'aws_lambda_function.a', outcome: 'fail', at: 'main.tf:7' },
      { subject: 'aws_instance.b', outcome: 'fail', at: 'main.tf:16' },
      { subject: 'module.db', outcome: 'fail', at: 'main.tf:22' },
      { subject: 'local.api_token', outcome: 'fail', at: 'main.tf:25' },
      { subject: 'var.password', outcome: 'pass', at: 'db/main.tf:1' },
      {
        subject: 'module.db.aws_db_instance.this',
        outcome: 'pass',
        at: 'db/main.tf:3',
      },
      { subject: 'prod.tfvars', outcome: 'fail', at: 'prod.tfvars:1' },
    ],
    isComplete: true,
  },
  {
    title: 'Terraform: names, switches and times are no secrets',
    files: {
      'main.tf': [
        'resource "aws_db_instance" "a" {',
        '  password_length             = "sixteen-or-more"',
        '  manage_master_user_password = true',
        '  master_user_secret_kms_key_id = "alias/orders"',
        '}',
        'resource "aws_cognito_user_pool_client" "b" {',
        '  token_validity_units {',
        '    access_token = "minutes"',
        '  }',
        '}',
        'resource "aws_efs_file_system" "c" {',
        '  creation_token = "orders-files"',
        '}',
        'resource "google_cloud_run_v2_service" "d" {',
        '  template {',
        '    containers {',
        '      env {',
        '        name = "DB_PASSWORD"',
        '        value_source {',
        '          secret_key_ref {',
        '            secret = "orders-db"',
        '          }',
        '        }',
        '      }',
        '    }',
        '  }',
        '}',
        'resource "kubernetes_ingress_v1" "e" {',
        '  tls_secret = "orders-tls"',
        '}',
      ].join('\n'),
    },
    outcome: 'not-applicable',
  },
  {
    title: 'CloudFormation: parameters and properties',
    files: {
      'db.yaml': [
        'Parameters:',
        '  DbPassword:',
        '    Type: String',
        '    NoEcho: true',
        '    Default: Sommer-2019!',
        '  ApiToken:',
        '    Type: String',
        '    NoEcho: true',
        'Resources:',
        '  Orders:',
        '    Type: AWS::RDS::DBInstance',
        '    Properties:',
        '      MasterUserPassword: !Ref DbPassword',
        '  Legacy:',
        '    Type: AWS::RDS::DBInstance',
        '    Properties:',
        '      MasterUserPassword: Winter-2020!',
        '  Managed:',
        '    Type: AWS::RDS::DBInstance',
        '    Properties:',
        "      MasterUserPassword: '{{resolve:secretsmanager:db:SecretString:password}}'",
        '  Secret:',
        '    Type: AWS::SecretsManager::Secret',
        '    Properties:',
        '      GenerateSecretString:',
        '        GenerateStringKey: password',
        '        PasswordLength: 32',
      ].join('\n'),
    },
    outcome: 'fail',
    findings: [
      { subject: 'DbPassword', outcome: 'fail', at: 'db.yaml:5' },
      { subject: 'ApiToken', outcome: 'pass', at: 'db.yaml:6' },
      { subject: 'Orders', outcome: 'pass', at: 'db.yaml:13' },
      { subject: 'Legacy', outcome: 'fail', at: 'db.yaml:17' },
      { subject: 'Managed', outcome: 'pass', at: 'db.yaml:21' },
    ],
    isComplete: true,
  },
  {
    title: 'Kubernetes: Secret, ConfigMap, sealed and external secrets',
    files: {
      'k8s/all.yaml': [
        'apiVersion: v1',
        'kind: Secret',
        'metadata:',
        '  name: db',
        'data:',
        '  username: b3JkZXJz',
        '  db-pass: U29tbWVyLTIwMTkh',
        '---',
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata:',
        '  name: settings',
        'data:',
        '  application.properties: |',
        '    server.port=8080',
        '    spring.datasource.password=Winter-2020!',
        '---',
        'apiVersion: bitnami.com/v1alpha1',
        'kind: SealedSecret',
        'metadata:',
        '  name: sealed',
        'spec:',
        '  encryptedData:',
        '    password: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq',
        '---',
        'apiVersion: external-secrets.io/v1',
        'kind: ExternalSecret',
        'metadata:',
        '  name: external',
        'spec:',
        '  data:',
        '    - secretKey: database-password',
      ].join('\n'),
    },
    outcome: 'fail',
    findings: [
      { subject: 'Secret/default/db', outcome: 'fail', at: 'k8s/all.yaml:7' },
      {
        subject: 'ConfigMap/default/settings',
        outcome: 'fail',
        at: 'k8s/all.yaml:16',
      },
    ],
    isComplete: true,
  },
  {
    title: 'Helm: the values say it, not the template',
    files: {
      'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
      'chart/values.yaml':
        'existingSecret: cart-db\ntlsSecret: cart-tls\nauth:\n  password: changeme\n  clientSecret: ""\n',
      'chart/templates/secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  password: {{ .Values.auth.password }}\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'chart/values.yaml',
        outcome: 'fail',
        at: 'chart/values.yaml:4',
      },
      {
        subject: 'Secret/default/a',
        outcome: 'pass',
        at: 'chart/templates/secret.yaml:6',
      },
    ],
    isComplete: true,
  },
  {
    title: 'Compose: map, list, interpolation, URL, short dummies',
    files: {
      'docker-compose.yml': [
        'services:',
        '  a:',
        '    image: a:1',
        '    environment:',
        '      DATABASE_URL: postgres://orders:Sommer-2019@db:5432/orders',
        '  b:',
        '    image: b:1',
        '    environment:',
        '      - REDIS_PASSWORD=Winter-2020!',
        '  c:',
        '    image: c:1',
        '    environment:',
        '      DB_PASSWORD: ${DB_PASSWORD:-orders-default}',
        '      MQ_PASSWORD: guest',
        '  d:',
        '    image: d:1',
        '    environment:',
        '      POSTGRES_PASSWORD_FILE: /run/secrets/postgres',
      ].join('\n'),
    },
    outcome: 'fail',
    findings: [
      { subject: 'services.a', outcome: 'fail', at: 'docker-compose.yml:5' },
      { subject: 'services.b', outcome: 'fail', at: 'docker-compose.yml:9' },
      { subject: 'services.c', outcome: 'pass', at: 'docker-compose.yml:13' },
      { subject: 'services.d', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'Ansible, Dockerfile, pipelines, settings',
    files: {
      Dockerfile: 'FROM node:22\nARG NPM_TOKEN\nENV API_SECRET=Sommer-2019!\n',
      'group_vars/all.yml': 'mysql_password: "{{ vault_mysql_password }}"\n',
      'group_vars/db.yml': 'mysql_root_password: Sommer-2019!\n',
      'roles/user/tasks/main.yml':
        '- name: User\n  user:\n    name: app\n    update_password: on_create\n    password: !vault |\n      $ANSIBLE_VAULT;1.1;AES256\n      6231\n',
      '.github/workflows/ci.yml': [
        'on: push',
        'permissions:',
        '  id-token: write',
        'jobs:',
        '  test:',
        '    services:',
        '      db:',
        '        env:',
        '          POSTGRES_PASSWORD: postgres',
        '    steps:',
        '      - uses: a/b@v1',
        '        with:',
        '          token: ${{ secrets.GITHUB_TOKEN }}',
        `      - run: curl -H "Authorization: Bearer ${TOKEN}" https://x.test`,
      ].join('\n'),
      'src/main/resources/application.properties':
        'spring.datasource.password=${DB_PASSWORD}\n',
      '.env.example': 'DB_PASSWORD=Sommer-2019!\n',
      '.env': 'DB_PASSWORD=Winter-2020!\nNEXT_PUBLIC_API_KEY=abcdef123456\n',
      'deploy/key.pem': PRIVATE,
    },
    outcome: 'fail',
    findings: [
      { subject: 'Dockerfile', outcome: 'fail', at: 'Dockerfile:3' },
      { subject: 'group_vars/all.yml', outcome: 'pass' },
      {
        subject: 'group_vars/db.yml',
        outcome: 'fail',
        at: 'group_vars/db.yml:1',
      },
      { subject: 'roles/user/tasks/main.yml', outcome: 'pass' },
      {
        subject: '.github/workflows/ci.yml',
        outcome: 'fail',
        at: '.github/workflows/ci.yml:14',
      },
      { subject: 'src/main/resources/application.properties', outcome: 'pass' },
      { subject: '.env', outcome: 'fail', at: '.env:1' },
      { subject: 'deploy/key.pem', outcome: 'fail', at: 'deploy/key.pem:1' },
    ],
    isComplete: true,
  },
  {
    title:
      'Texts inside and beside trees: JSON, inventory, unit, attributes, generators',
    files: {
      'main.tf': [
        'resource "aws_ecs_task_definition" "lines" {',
        '  container_definitions = <<JSON',
        '[{',
        '  "name": "app",',
        '  "environment": [',
        '    {',
        '      "name": "DB_PASSWORD",',
        '      "value": "Sommer-2019!"',
        '    }',
        '  ]',
        '}]',
        'JSON',
        '}',
        'resource "aws_ecs_task_definition" "line" {',
        '  container_definitions = <<JSON',
        '[{"name":"app","environment":[{"name":"API_TOKEN","value":"9f8a7b6c5d4e"}]}]',
        'JSON',
        '}',
        'resource "aws_ecs_task_definition" "reference" {',
        '  container_definitions = jsonencode([{',
        '    environment = [{ name = "DB_PASSWORD", value = var.password }]',
        '  }])',
        '}',
      ].join('\n'),
      'docs/dockerfile.md': 'ENV DB_PASSWORD=Sommer-2019!\n',
      'inventory/hosts.ini':
        '[db]\ndb1 ansible_host=10.0.0.1 ansible_password=Sommer-2019!\n',
      'app.service': '[Service]\nEnvironment=DB_PASSWORD=Sommer-2019!\n',
      'attributes/default.rb':
        "default['mysql']['port'] = 3306\ndefault['mysql']['root_password'] = 'Sommer-2019!'\n",
      'overlay/kustomization.yaml':
        'secretGenerator:\n  - name: db\n    literals:\n      - password=Sommer-2019!\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_ecs_task_definition.lines',
        outcome: 'fail',
        at: 'main.tf:8',
      },
      {
        subject: 'aws_ecs_task_definition.line',
        outcome: 'fail',
        at: 'main.tf:16',
      },
      { subject: 'aws_ecs_task_definition.reference', outcome: 'pass' },
      {
        subject: 'inventory/hosts.ini',
        outcome: 'fail',
        at: 'inventory/hosts.ini:2',
      },
      { subject: 'app.service', outcome: 'fail', at: 'app.service:2' },
      {
        subject: 'attributes/default.rb',
        outcome: 'fail',
        at: 'attributes/default.rb:2',
      },
      {
        subject: 'Secret/default/db',
        outcome: 'fail',
        at: 'overlay/kustomization.yaml:4',
      },
    ],
    isComplete: true,
  },
  {
    title:
      'the name of a Secret that holds a DSN; a token that is only mounted',
    files: {
      'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
      'chart/values.yaml':
        'WAREHOUSE_DSN_SECRET: warehouse\nautomountServiceAccountToken: false\n',
    },
    outcome: 'not-applicable',
  },
]);

describe('what is kept of a secret', () => {
  it('is its place, never its value', async () => {
    const [collected] = await collectFacts(
      createSnapshot({
        'main.tf': `provider "aws" {\n  access_key = "${KEY}"\n}\n`,
        'k.pem': PRIVATE,
        'k8s.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: a:1\n          env:\n            - name: DB_PASSWORD\n              value: Sommer-2019!\n            - name: DATABASE_URL\n              value: postgres://orders:Winter-2020@db/orders\n',
        Dockerfile: `FROM a:1\nENV API_SECRET=Herbst-2021!\nRUN curl -H "Authorization: ${TOKEN}" https://a.test\n`,
      }),
      { subPaths: [''] },
    );
    const kept = JSON.stringify(collected);
    expect(kept).toContain('AWS access key');
    expect(kept).not.toContain(KEY);
    for (const secret of [
      'MIIEpAIBAAKCAQEA',
      'Sommer-2019!',
      'Winter-2020',
      'Herbst-2021!',
      TOKEN,
    ])
      expect(kept).not.toContain(secret);
    expect(kept).toContain('postgres://orders:***@db');
  });
});
