import { testCheck } from '../../testing';
import { databaseBackups } from './database-backups';

const CNPG =
  'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: orders\nspec:\n  instances: 3\n';
const STATEFUL_SET = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  template:
    spec:
      containers:
        - name: postgres
          image: docker.io/library/postgres:16
`;

testCheck(databaseBackups, [
  {
    title: 'judges days by provider and kind',
    files: {
      'main.tf': `variable "days" {}
resource "aws_db_instance" "few" {
  backup_retention_period = 3
}
resource "aws_db_instance" "none" {
  backup_retention_period = 0
}
resource "aws_db_instance" "unsure" {
  backup_retention_period = var.days
}
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.few.identifier
}
resource "aws_rds_cluster" "silent" {
  engine = "aurora-mysql"
}
resource "aws_docdb_cluster" "few" {
  backup_retention_period = 5
}
resource "aws_neptune_cluster" "week" {
  backup_retention_period = 7
}
resource "azurerm_postgresql_flexible_server" "silent" {}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_db_instance.few', outcome: 'pass', at: 'main.tf:3' },
      { subject: 'aws_db_instance.none', outcome: 'fail', at: 'main.tf:6' },
      {
        subject: 'aws_db_instance.unsure',
        outcome: 'unknown',
        at: 'main.tf:9',
      },
      { subject: 'aws_rds_cluster.silent', outcome: 'pass', at: 'main.tf:14' },
      { subject: 'aws_docdb_cluster.few', outcome: 'fail', at: 'main.tf:18' },
      {
        subject: 'aws_neptune_cluster.week',
        outcome: 'pass',
        at: 'main.tf:21',
      },
      {
        subject: 'azurerm_postgresql_flexible_server.silent',
        outcome: 'pass',
        at: 'main.tf:23',
      },
    ],
    isComplete: true,
  },
  {
    title: 'fails an operator’s database without backups',
    files: { 'db.yaml': CNPG },
    outcome: 'fail',
    findings: [
      { subject: 'Cluster/default/orders', outcome: 'fail', at: 'db.yaml:1' },
    ],
    isComplete: true,
  },
  {
    title: 'takes a scheduled backup that names the cluster',
    files: {
      'db.yaml': CNPG,
      'schedule.yaml':
        'apiVersion: postgresql.cnpg.io/v1\nkind: ScheduledBackup\nmetadata:\n  name: nightly\nspec:\n  schedule: "0 0 0 * * *"\n  cluster:\n    name: orders\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'Cluster/default/orders',
        outcome: 'pass',
        at: 'schedule.yaml:1',
      },
    ],
  },
  {
    title: 'sees a database in a StatefulSet, and the job that dumps it',
    files: {
      'db.yaml': STATEFUL_SET,
      'dump.yaml':
        'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: dump\nspec:\n  schedule: "@daily"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: dump\n              image: postgres:16\n              command: [sh, -c, "pg_dump $URL | gzip > /backup/db.gz"]\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'StatefulSet/default/db', outcome: 'pass', at: 'dump.yaml:1' },
    ],
    isComplete: true,
  },
  {
    title: 'fails the StatefulSet without such a job',
    files: { 'db.yaml': STATEFUL_SET },
    outcome: 'fail',
    findings: [
      { subject: 'StatefulSet/default/db', outcome: 'fail', at: 'db.yaml:1' },
    ],
    isComplete: true,
  },
  {
    title: 'finds none when the application uses a database that is nowhere',
    files: {
      'package.json':
        '{\n  "name": "shop",\n  "dependencies": {\n    "pg": "^8.0.0"\n  }\n}\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'component:default/sample',
        outcome: 'fail',
        at: 'package.json:4',
      },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply where nothing is stateful',
    files: {
      'main.tf': 'resource "aws_sns_topic" "a" {}\n',
      'README.md': '# hi',
    },
    outcome: 'not-applicable',
  },
  {
    title: 'does not count development dependencies',
    files: {
      'package.json':
        '{\n  "name": "shop",\n  "devDependencies": {\n    "pg": "^8.0.0"\n  }\n}\n',
    },
    outcome: 'not-applicable',
  },
  {
    title: 'sees servers that configuration management installs',
    files: {
      'roles/db/tasks/main.yml':
        '- name: Install the database\n  ansible.builtin.apt:\n    name: postgresql-14\n',
      'cookbooks/db/recipes/default.rb': "package 'mysql-server'\n",
      'manifests/db.pp': "class { 'postgresql::server': }\n",
      'roles/web/tasks/main.yml':
        '- name: Install the client\n  apt:\n    name: postgresql-client\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'roles/db/tasks/main.yml',
        outcome: 'fail',
        at: 'roles/db/tasks/main.yml:3',
      },
      {
        subject: 'cookbooks/db/recipes/default.rb',
        outcome: 'fail',
        at: 'cookbooks/db/recipes/default.rb:1',
      },
      {
        subject: 'manifests/db.pp',
        outcome: 'fail',
        at: 'manifests/db.pp:1',
      },
    ],
    isComplete: true,
  },
  {
    title: 'and the dump beside them',
    files: {
      'requirements.yml': 'collections:\n  - name: community.mysql\n',
      'roles/db/tasks/main.yml':
        '- apt:\n    name: [postgresql-14=14.1-1, libpq-dev]\n- cron:\n    name: dump\n    job: pg_dump shop | gzip > /backup/shop.gz\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'roles/db/tasks/main.yml',
        outcome: 'pass',
        at: 'roles/db/tasks/main.yml:5',
      },
    ],
    isComplete: true,
  },
  {
    title: 'Oracle dumped by expdp',
    files: {
      'db.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: oracle}\nspec: {template: {spec: {containers: [{name: db, image: "oracle/database:19.3.0-ee"}]}}}\n---\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: dump}\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: "oracle/database:19.3.0-ee", command: [sh, -c, "expdp $U/$P full=y"]}]}}}}}\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'Deployment/default/oracle',
        outcome: 'pass',
        at: 'db.yaml:6',
      },
    ],
    isComplete: true,
  },
  {
    title: 'a service of compose that saves the volume of one database only',
    files: {
      'docker-compose.yml':
        'services:\n  db:\n    image: postgres:15\n    volumes: ["pg:/var/lib/postgresql/data"]\n  other:\n    image: mysql:8\n    volumes: ["my:/var/lib/mysql"]\n  backup:\n    image: offen/docker-volume-backup:v2\n    volumes: ["pg:/backup/pg:ro"]\nvolumes: {pg: {}, my: {}}\n',
    },
    outcome: 'fail',
    findings: [
      { subject: 'services.db', outcome: 'pass' },
      { subject: 'services.other', outcome: 'fail' },
    ],
    isComplete: true,
  },
  {
    title: 'a dump job of a chart that is off by default counts half',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: wiki\nversion: 1.0.0\n',
      'values.yaml': 'backup: { enabled: false }\n',
      'templates/db.yaml':
        'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {template: {spec: {containers: [{name: db, image: "postgres:15"}]}}}\n',
      'templates/backup.yaml':
        '{{- if .Values.backup.enabled }}\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: dump}\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: "postgres:15", command: [pg_dump, wiki]}]}}}}}\n{{- end }}\n',
    },
    outcome: 'fail',
    findings: [
      { subject: 'StatefulSet/default/db', outcome: 'fail', partial: true },
    ],
  },
  {
    title: 'a database by a role, dumped every night',
    files: {
      'site.yml': '- hosts: db\n  roles:\n    - mariadb\n    - backup\n',
      'roles/backup/tasks/main.yml':
        '- name: Nightly dump\n  cron:\n    name: dump\n    hour: "2"\n    job: "mysqldump --all-databases > /backup/all.sql"\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'site.yml', outcome: 'pass' }],
  },
]);
