import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
} from '../../check';
import type { ZoneSpread } from '../../facts/types/dataStores';
import { TABLE } from './databaseMultiZoneWords';

const TERRAFORM_ONE = `resource "aws_db_instance" "orders" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  multi_az       = false
}
`;

export const databaseMultiZone = defineCheck({
  id: 'database-multi-zone',
  category: 'high-availability',
  kind: 'subject',
  level: 1,
  severity: 'critical',
  title: 'Databases survive the loss of a zone',
  description:
    'Every database has a standby or a second instance in another availability zone: RDS Multi-AZ, two instances in an Aurora, DocumentDB or Neptune cluster, Cloud SQL REGIONAL, zone-redundant high availability on Azure, two or more replicas of an operator. Read replicas are left out.',
  rationale:
    'A zone fails every now and then, and an instance is patched more often than that. With a synchronous standby the database is back within a minute or two and nothing is lost; without one the service waits for a restore, and whatever was written since the last backup is gone.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'Amazon RDS Multi-AZ deployments',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html',
    },
    {
      title: 'Cloud SQL high availability',
      url: 'https://cloud.google.com/sql/docs/postgres/high-availability',
    },
    {
      title: 'Azure Database for PostgreSQL: high availability',
      url: 'https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-high-availability',
    },
  ],
  remediation: {
    summary:
      'Set multi_az = true on RDS instances, add a second instance to clusters, set availability_type = "REGIONAL" on Cloud SQL, add a high_availability block on Azure. The standby doubles the price of the instance.',
    effortMinutes: 30,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  multi_az = true\n}\n\nresource "google_sql_database_instance" "orders" {\n  settings {\n    availability_type = "REGIONAL"\n  }\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::RDS::DBInstance\n  Properties:\n    MultiAZ: true\n',
      kubernetes:
        'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  instances: 3\n',
    },
  },
  examples: [
    {
      title: 'An RDS instance in one zone',
      files: { 'main.tf': TERRAFORM_ONE },
      outcome: 'fail',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'fail', at: 'main.tf:4' },
      ],
    },
    {
      title: 'An Aurora cluster of two instances',
      files: {
        'main.tf':
          'resource "aws_rds_cluster" "orders" {\n  engine = "aurora-postgresql"\n}\nresource "aws_rds_cluster_instance" "orders" {\n  count              = 2\n  cluster_identifier = aws_rds_cluster.orders.id\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_rds_cluster.orders', outcome: 'pass', at: 'main.tf:4' },
      ],
    },
    {
      title: 'CloudFormation without MultiAZ',
      files: {
        'db.yaml':
          'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: mysql\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Orders', outcome: 'fail', at: 'db.yaml:2' }],
    },
    {
      title: 'CloudNativePG with three instances',
      files: {
        'k8s/db.yaml':
          'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: orders\nspec:\n  instances: 3\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Cluster/default/orders',
          outcome: 'pass',
          at: 'k8s/db.yaml:6',
        },
      ],
    },
  ],
  evaluate({ facts }) {
    return forEachSubject(
      facts.databases,
      'no database in the files read',
      database =>
        database.zones &&
        judgeSetting(database, database.zones, {
          table: TABLE,
          expected: 'at least 2 replicas',
          passes: isSpread,
        }),
    );
  },
});

function isSpread(zones: ZoneSpread): boolean | 'partial' {
  return zones === 'same-zone-standby' ? 'partial' : zones === 'multi-zone';
}
