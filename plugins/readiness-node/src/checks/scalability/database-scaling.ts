import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';

const REPLICAS = 'more than one instance';
const TABLE: SettingTable = {
  aws_db_instance: { expected: 'max_allocated_storage, or a read replica' },
  'AWS::RDS::DBInstance': {
    expected: 'MaxAllocatedStorage, or a read replica',
  },
  aws_dynamodb_table: {
    expected:
      'billing_mode = "PAY_PER_REQUEST", or an aws_appautoscaling_target',
    rules: ['CKV2_AWS_16'],
  },
  'AWS::DynamoDB::Table': {
    expected: 'BillingMode: PAY_PER_REQUEST, or a ScalableTarget',
  },
  'AWS::DynamoDB::GlobalTable': {
    expected: 'BillingMode: PAY_PER_REQUEST, or scaling settings',
  },
  google_sql_database_instance: { expected: 'disk_autoresize = true' },
  azurerm_postgresql_flexible_server: { expected: 'auto_grow_enabled = true' },
  azurerm_mysql_flexible_server: {
    expected: 'storage { auto_grow_enabled = true }',
  },
  azurerm_mssql_database: {
    expected:
      'a serverless or Hyperscale sku_name, an elastic pool, or read_scale',
  },
  Cluster: { expected: REPLICAS },
  postgresql: { expected: REPLICAS },
};

export const databaseScaling = defineCheck({
  id: 'database-scaling',
  category: 'scalability',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Databases grow with their load',
  description:
    'Each database has a way to grow without a person: storage that grows by itself, read replicas, tables on demand or with auto scaling, shards, or a serverless mode.',
  rationale:
    'A full disk stops a database at once, and a table that is out of capacity throttles every caller. Both arrive at the busiest hour, when changing the size by hand is hardest.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'RDS storage autoscaling',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html',
    },
    {
      title: 'DynamoDB capacity modes',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    },
    {
      title: 'Cloud SQL: automatic storage increase',
      url: 'https://cloud.google.com/sql/docs/postgres/instance-settings',
    },
  ],
  remediation: {
    summary:
      'Set max_allocated_storage above allocated_storage, billing_mode = "PAY_PER_REQUEST" or auto scaling on tables, auto_grow_enabled = true on Azure.',
    effortMinutes: 20,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  allocated_storage     = 100\n  max_allocated_storage = 500\n}\n\nresource "aws_dynamodb_table" "carts" {\n  billing_mode = "PAY_PER_REQUEST"\n}\n',
      cloudformation:
        'Carts:\n  Type: AWS::DynamoDB::Table\n  Properties:\n    BillingMode: PAY_PER_REQUEST\n',
    },
  },
  examples: [
    {
      title: 'Storage that grows, and storage that fills up',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {\n  max_allocated_storage = 500\n}\nresource "aws_db_instance" "old" {\n  allocated_storage = 20\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:2' },
        { subject: 'aws_db_instance.old', outcome: 'fail', at: 'main.tf:4' },
      ],
    },
    {
      title: 'A table on demand',
      files: {
        'a.yaml':
          'Resources:\n  Carts:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'Carts', outcome: 'pass', at: 'a.yaml:5' }],
    },
    {
      title: 'Cloud SQL grows by default',
      files: {
        'main.tf': 'resource "google_sql_database_instance" "orders" {}\n',
      },
      outcome: 'pass',
    },
  ],
  evaluate({ facts }) {
    return forEachSubject(
      [...facts.databases, ...facts.tables, ...facts.caches],
      'no database or table in the files read',
      store =>
        store.scales &&
        judgeSetting(store, store.scales, {
          table: TABLE,
          expected: 'a way to grow by itself',
        }),
    );
  },
});
