import { testCheck } from '../../testing';
import { datastoresPrivate } from './datastores-private';

testCheck(datastoresPrivate, [
  {
    title: 'reads Google, Azure and search domains with their defaults',
    files: {
      'main.tf': `variable "public" {}
resource "google_sql_database_instance" "private" {
  settings {
    ip_configuration {
      ipv4_enabled = false
    }
  }
}
resource "google_bigquery_dataset" "open" {
  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
}
resource "azurerm_mssql_server" "silent" {}
resource "azurerm_cosmosdb_account" "unsure" {
  public_network_access_enabled = var.public
}
resource "azurerm_postgresql_flexible_server" "in_a_subnet" {
  delegated_subnet_id = azurerm_subnet.db.id
}
resource "azurerm_mysql_flexible_server" "silent" {}
resource "aws_opensearch_domain" "vpc" {
  vpc_options {
    subnet_ids = ["a"]
  }
}
resource "aws_elasticsearch_domain" "public" {}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'google_sql_database_instance.private',
        outcome: 'pass',
        at: 'main.tf:5',
      },
      {
        subject: 'google_bigquery_dataset.open',
        outcome: 'fail',
        at: 'main.tf:12',
      },
      {
        subject: 'azurerm_mssql_server.silent',
        outcome: 'fail',
        at: 'main.tf:15',
      },
      {
        subject: 'azurerm_cosmosdb_account.unsure',
        outcome: 'unknown',
        at: 'main.tf:17',
      },
      {
        subject: 'azurerm_postgresql_flexible_server.in_a_subnet',
        outcome: 'pass',
        at: 'main.tf:20',
      },
      {
        subject: 'azurerm_mysql_flexible_server.silent',
        outcome: 'fail',
        at: 'main.tf:22',
      },
      {
        subject: 'aws_opensearch_domain.vpc',
        outcome: 'pass',
        at: 'main.tf:24',
      },
      {
        subject: 'aws_elasticsearch_domain.public',
        outcome: 'fail',
        at: 'main.tf:28',
      },
    ],
    isComplete: true,
  },
  {
    title: 'judges the instances of a cluster, not the cluster',
    files: {
      'main.tf': `resource "aws_rds_cluster" "orders" {}
resource "aws_rds_cluster_instance" "orders" {
  cluster_identifier  = aws_rds_cluster.orders.id
  publicly_accessible = true
}
resource "aws_redshift_cluster" "silent" {}
`,
      'a.yaml':
        'Parameters:\n  Public: { Type: String }\nResources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: { PubliclyAccessible: !Ref Public }\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_rds_cluster_instance.orders',
        outcome: 'fail',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_redshift_cluster.silent',
        outcome: 'fail',
        at: 'main.tf:6',
      },
      { subject: 'Orders', outcome: 'unknown', at: 'a.yaml:6' },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);

testCheck(datastoresPrivate, [
  {
    title: 'A grant beside the dataset opens it',
    files: {
      'main.tf':
        'resource "google_bigquery_dataset" "marts" {\n  dataset_id = "marts"\n}\n\nresource "google_bigquery_dataset_iam_member" "open" {\n  dataset_id = google_bigquery_dataset.marts.dataset_id\n  role       = "roles/bigquery.dataViewer"\n  member     = "allAuthenticatedUsers"\n}\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'google_bigquery_dataset.marts',
        outcome: 'fail',
        at: 'main.tf:8',
      },
    ],
  },
]);
