import { testCheck } from '../../testing/checkTester';
import { secretsManaged } from './secrets-managed';

testCheck(secretsManaged, [
  {
    title: 'References to Kubernetes Secrets and ECS secrets',
    files: {
      'k8s.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: cart:1\n          env:\n            - name: DB_PASSWORD\n              valueFrom:\n                secretKeyRef:\n                  name: cart\n                  key: password\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'Deployment/default/cart#app', outcome: 'pass' }],
  },
  {
    title: 'Terraform, CloudFormation, Ansible Vault, SOPS',
    files: {
      'main.tf':
        'resource "aws_ssm_parameter" "plain" {\n  type  = "String"\n  value = "a"\n}\nresource "aws_ssm_parameter" "secret" {\n  type  = "SecureString"\n  value = var.x\n}\nresource "aws_rds_cluster" "a" {\n  manage_master_user_password = true\n}\n',
      'db.yaml':
        "Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: '{{resolve:secretsmanager:db}}'\n",
      'group_vars/all/vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n6231\n',
      'secrets.enc.yaml':
        'password: ENC[AES256_GCM,data:x]\nsops:\n  version: 3.9.0\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'aws_ssm_parameter.secret',
        outcome: 'pass',
        at: 'main.tf:5',
      },
      { subject: 'aws_rds_cluster.a', outcome: 'pass' },
      { subject: 'db.yaml', outcome: 'pass', at: 'db.yaml:5' },
      {
        subject: 'group_vars/all/vault.yml',
        outcome: 'pass',
        at: 'group_vars/all/vault.yml:1',
      },
      { subject: 'secrets.enc.yaml', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'A workflow with its own token needs no manager',
    files: {
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  a:\n    steps:\n      - uses: a/b@v1\n        with:\n          token: ${{ secrets.GITHUB_TOKEN }}\n',
    },
    outcome: 'not-applicable',
  },
  {
    title: 'A literal secret needs one',
    files: { '.env': 'DB_PASSWORD=Winter-2020!\n' },
    outcome: 'fail',
  },
  {
    title: 'eyaml of Hiera, Chef Vault',
    files: {
      'data/secrets.eyaml': 'db: ENC[PKCS7,MIIBeQ]\n',
      'recipes/default.rb': "secrets = chef_vault_item('erp', 'prod')\n",
    },
    outcome: 'pass',
    findings: [
      { subject: 'data/secrets.eyaml', outcome: 'pass' },
      { subject: 'recipes/default.rb', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'a Secret taken whole by envFrom',
    files: {
      'a.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: a:1\n          envFrom:\n            - configMapRef: {name: a}\n            - secretRef: {name: a}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'Deployment/default/a', outcome: 'pass', at: 'a.yaml:12' },
    ],
  },
  {
    title: "Serverless' reference to a parameter",
    files: {
      'serverless.yml':
        'service: a\nprovider:\n  name: aws\n  environment:\n    SIGNING_SECRET: ${ssm:/a/secret}\nfunctions:\n  a: { handler: a.b }\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'serverless.yml', outcome: 'pass', at: 'serverless.yml:5' },
    ],
  },
]);
