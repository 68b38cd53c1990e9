import { testCheck } from '../../testing';
import { environmentConfigs } from './environment-configs';

testCheck(environmentConfigs, [
  {
    title: 'inventories, profiles, settings of .NET and Node, SAM, overlays',
    files: {
      'inventories/production/hosts.yml': 'all:\n  hosts:\n    a:\n',
      'group_vars/web.yml': 'port: 80\n',
      'src/main/resources/application-prod.yml': 'server:\n  port: 80\n',
      'src/Api/appsettings.Production.json': '{}\n',
      'config/production.json': '{}\n',
      'samconfig.toml':
        'version = 0.1\n\n[default.deploy.parameters]\nparameter_overrides = "A=1"\n\n[staging.deploy.parameters]\nparameter_overrides = "A=2"\n\n[prod.deploy.parameters]\nparameter_overrides = "A=3"\n',
      'k8s/overlays/staging/kustomization.yaml':
        'resources: [../../base]\nimages:\n  - name: cart\n    newTag: "2"\n',
      'k8s/overlays/prod/kustomization.yaml':
        'resources: [../../base]\npatches:\n  - path: replicas.yaml\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'inventories/production/hosts.yml', outcome: 'pass' },
      { subject: 'group_vars/web.yml', outcome: 'pass' },
      { subject: 'src/main/resources/application-prod.yml', outcome: 'pass' },
      { subject: 'src/Api/appsettings.Production.json', outcome: 'pass' },
      { subject: 'config/production.json', outcome: 'pass' },
      { subject: 'samconfig.toml', outcome: 'pass' },
      { subject: 'k8s/overlays/staging/kustomization.yaml', outcome: 'pass' },
      { subject: 'k8s/overlays/prod/kustomization.yaml', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'one file of Terraform variables is no difference',
    files: { 'main.tf': 'variable "a" {}\n', 'prod.tfvars': 'a = 1\n' },
    entity: { type: 'service' },
    outcome: 'fail',
    findings: [{ subject: 'prod.tfvars', outcome: 'fail' }],
    isComplete: true,
  },
  {
    title: 'a root each with terraform.tfvars; the values of all are none',
    files: {
      'live/staging/terraform.tfvars': 'a = 1\n',
      'live/prod/terraform.tfvars': 'a = 2\n',
      'network.auto.tfvars': 'cidr = "10.0.0.0/16"\n',
      '.env.example': 'A=1\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'live/staging/terraform.tfvars', outcome: 'pass' },
      { subject: 'live/prod/terraform.tfvars', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'a profile inside application.yml',
    files: {
      'src/main/resources/application.yml':
        'a: 1\n---\nspring:\n  config:\n    activate:\n      on-profile: prod\na: 2\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'src/main/resources/application.yml',
        outcome: 'pass',
        at: 'src/main/resources/application.yml:6',
      },
    ],
    isComplete: true,
  },
  {
    title: 'files of tests and overlays that change nothing are no settings',
    files: {
      'src/test/resources/application-test.yml': 'a: 1\n',
      'k8s/overlays/prod/kustomization.yaml': 'resources: [../../base]\n',
      'k8s/overlays/dev/kustomization.yaml': 'resources: [../../base]\n',
    },
    outcome: 'fail',
    findings: [],
  },
  {
    title: 'values that chart-testing installs with are no environment',
    files: {
      'chart/Chart.yaml': 'name: a\n',
      'chart/values.yaml': 'a: 1\n',
      'chart/ci/full-values.yaml': 'a: 2\n',
    },
    outcome: 'fail',
    findings: [],
  },
  {
    title: 'parameters on a line; overlays called test',
    files: {
      'infra/production.params': 'Stage=production Size=l\n',
      'infra/staging.params': 'Stage=staging Size=s\n',
      'apps/a/test/kustomization.yaml': 'images: [{name: a, newTag: "2"}]\n',
      'apps/a/production/kustomization.yaml':
        'images: [{name: a, newTag: "1"}]\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'infra/production.params', outcome: 'pass' },
      { subject: 'infra/staging.params', outcome: 'pass' },
      { subject: 'apps/a/test/kustomization.yaml', outcome: 'pass' },
      { subject: 'apps/a/production/kustomization.yaml', outcome: 'pass' },
    ],
    isComplete: true,
  },
]);

testCheck(environmentConfigs, [
  {
    title: 'Terragrunt: live is a folder of environments',
    files: {
      'live/prod/eu-west-1/db/terragrunt.hcl': 'inputs = {\n  size = 2\n}\n',
      'live/stage/eu-west-1/db/terragrunt.hcl': 'inputs = {\n  size = 1\n}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'live/prod/eu-west-1/db/terragrunt.hcl', outcome: 'pass' },
      { subject: 'live/stage/eu-west-1/db/terragrunt.hcl', outcome: 'pass' },
    ],
    isComplete: true,
  },
]);
