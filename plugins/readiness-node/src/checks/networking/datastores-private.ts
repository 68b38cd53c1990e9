import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';

const CLOSED = 'public_network_access_enabled = false';
const TABLE: SettingTable = {
  aws_db_instance: {
    expected: 'publicly_accessible = false',
    rules: ['CKV_AWS_17', 'AWS-0180'],
  },
  aws_rds_cluster_instance: {
    expected: 'publicly_accessible = false',
    rules: ['CKV_AWS_17', 'AWS-0180'],
  },
  'AWS::RDS::DBInstance': {
    expected: 'PubliclyAccessible: false',
    rules: ['CKV_AWS_17', 'AWS-0180'],
  },
  aws_neptune_cluster_instance: {
    expected: 'publicly_accessible = false',
    rules: ['CKV_AWS_102'],
  },
  aws_redshift_cluster: {
    expected: 'publicly_accessible = false',
    rules: ['CKV_AWS_87'],
  },
  'AWS::Redshift::Cluster': {
    expected: 'PubliclyAccessible: false',
    rules: ['CKV_AWS_87'],
  },
  aws_redshiftserverless_workgroup: { expected: 'publicly_accessible = false' },
  aws_opensearch_domain: { expected: 'vpc_options', rules: ['CKV_AWS_137'] },
  aws_elasticsearch_domain: { expected: 'vpc_options', rules: ['CKV_AWS_137'] },
  'AWS::OpenSearchService::Domain': {
    expected: 'VPCOptions',
    rules: ['CKV_AWS_137'],
  },
  'AWS::Elasticsearch::Domain': {
    expected: 'VPCOptions',
    rules: ['CKV_AWS_137'],
  },
  google_sql_database_instance: {
    expected: 'ip_configuration { ipv4_enabled = false }',
    rules: ['CKV_GCP_60', 'GCP-0017'],
  },
  google_bigquery_dataset: {
    expected: 'no access for allUsers',
    rules: ['CKV_GCP_15', 'GCP-0046'],
  },
  azurerm_mssql_server: {
    expected: CLOSED,
    rules: ['CKV_AZURE_113', 'AZU-0022'],
  },
  azurerm_postgresql_server: {
    expected: CLOSED,
    rules: ['CKV_AZURE_68', 'AZU-0022'],
  },
  azurerm_mysql_server: {
    expected: CLOSED,
    rules: ['CKV_AZURE_53', 'AZU-0022'],
  },
  azurerm_mariadb_server: {
    expected: CLOSED,
    rules: ['CKV_AZURE_48', 'AZU-0022'],
  },
  azurerm_postgresql_flexible_server: {
    expected: `${CLOSED} or delegated_subnet_id`,
  },
  azurerm_mysql_flexible_server: {
    expected: `${CLOSED} or delegated_subnet_id`,
  },
  azurerm_cosmosdb_account: { expected: CLOSED, rules: ['CKV_AZURE_101'] },
  azurerm_redis_cache: { expected: CLOSED, rules: ['CKV_AZURE_89'] },
  azurerm_search_service: { expected: CLOSED, rules: ['CKV_AZURE_124'] },
};

export const datastoresPrivate = defineCheck({
  id: 'datastores-private',
  category: 'networking',
  kind: 'subject',
  level: 1,
  severity: 'critical',
  title: 'Data stores are not reachable from the internet',
  description:
    'Databases, caches, search domains and warehouses have no public address: publicly_accessible is off, Cloud SQL has no public IP, Azure servers have no public network access, search domains live in a VPC.',
  rationale:
    'A database with a public address is found by scanners within hours, and then a single weak password, leaked connection string or unpatched flaw is enough. In a private network an attacker needs a foothold first.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'RDS: hiding a DB instance from the internet',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    },
    {
      title: 'Cloud SQL: private IP',
      url: 'https://cloud.google.com/sql/docs/postgres/private-ip',
    },
    {
      title: 'Azure SQL connectivity settings',
      url: 'https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings',
    },
  ],
  remediation: {
    summary:
      'Set publicly_accessible = false, ipv4_enabled = false with a private_network, public_network_access_enabled = false with a private endpoint, or vpc_options on search domains.',
    effortMinutes: 120,
    snippets: {
      terraform:
        'resource "google_sql_database_instance" "orders" {\n  settings {\n    ip_configuration {\n      ipv4_enabled    = false\n      private_network = google_compute_network.main.id\n    }\n  }\n}\n\nresource "azurerm_mssql_server" "orders" {\n  public_network_access_enabled = false\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::RDS::DBInstance\n  Properties:\n    PubliclyAccessible: false\n',
    },
  },
  examples: [
    {
      title: 'RDS is private by default, and public when asked to be',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {}\nresource "aws_db_instance" "demo" {\n  publicly_accessible = true\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:1' },
        { subject: 'aws_db_instance.demo', outcome: 'fail', at: 'main.tf:3' },
      ],
    },
    {
      title: 'Cloud SQL has a public address by default',
      files: {
        'main.tf': 'resource "google_sql_database_instance" "orders" {}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'google_sql_database_instance.orders',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'A private instance of CloudFormation',
      files: {
        'a.yaml':
          'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      PubliclyAccessible: false\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'Orders', outcome: 'pass', at: 'a.yaml:5' }],
    },
  ],
  evaluate({ facts }) {
    const stores = [
      ...facts.databases,
      ...facts.caches,
      ...facts.searchDomains,
      ...facts.warehouses,
    ];
    return forEachSubject(
      stores,
      'no database, search domain or warehouse in the files read',
      store =>
        store.isPrivate &&
        judgeSetting(store, store.isPrivate, {
          table: TABLE,
          expected: 'no public address',
        }),
    );
  },
});
