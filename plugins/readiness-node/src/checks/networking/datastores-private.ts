import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
} from '../../check';
import { TABLE } from './datastoresPrivateWords';

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
