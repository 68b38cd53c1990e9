import { testCheck } from '../../testing';
import { databaseMultiZone } from './database-multi-zone';

testCheck(databaseMultiZone, [
  {
    title: 'leaves read replicas out and takes the default',
    files: {
      'main.tf': `resource "aws_db_instance" "orders" {
  engine = "postgres"
}
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.orders.identifier
}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_db_instance.orders', outcome: 'fail', at: 'main.tf:1' },
    ],
    isComplete: true,
  },
  {
    title: 'knows a variable by its default, and not without one',
    files: {
      'main.tf': `variable "multi_az" {
  default = true
}
variable "other" {
  type = bool
}
resource "aws_db_instance" "a" {
  multi_az = var.multi_az
}
resource "aws_db_instance" "b" {
  multi_az = var.other
}
`,
    },
    outcome: 'unknown',
    findings: [
      { subject: 'aws_db_instance.a', outcome: 'pass', at: 'main.tf:8' },
      { subject: 'aws_db_instance.b', outcome: 'unknown', at: 'main.tf:11' },
    ],
  },
  {
    title: 'counts the members of clusters',
    files: {
      'main.tf': `variable "size" {
  type = number
}
resource "aws_docdb_cluster" "alone" {
  cluster_identifier = "alone"
}
resource "aws_docdb_cluster_instance" "alone" {
  cluster_identifier = aws_docdb_cluster.alone.id
}
resource "aws_neptune_cluster" "unsure" {}
resource "aws_neptune_cluster_instance" "unsure" {
  count              = var.size
  cluster_identifier = aws_neptune_cluster.unsure.id
}
resource "aws_rds_cluster" "multi" {
  engine                    = "mysql"
  db_cluster_instance_class = "db.m6gd.large"
}
resource "aws_rds_cluster" "empty" {
  engine = "aurora-mysql"
}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_docdb_cluster.alone', outcome: 'fail', at: 'main.tf:7' },
      { subject: 'aws_neptune_cluster.unsure', outcome: 'unknown' },
      { subject: 'aws_rds_cluster.multi', outcome: 'pass', at: 'main.tf:17' },
      { subject: 'aws_rds_cluster.empty', outcome: 'fail', at: 'main.tf:19' },
    ],
    isComplete: true,
  },
  {
    title: 'reads Google Cloud and Azure',
    files: {
      'main.tf': `resource "google_sql_database_instance" "regional" {
  settings {
    availability_type = "REGIONAL"
  }
}
resource "google_sql_database_instance" "zonal" {
  settings {
    tier = "db-custom-2-7680"
  }
}
resource "google_sql_database_instance" "replica" {
  master_instance_name = google_sql_database_instance.regional.name
  settings {
    tier = "db-custom-2-7680"
  }
}
resource "azurerm_postgresql_flexible_server" "spread" {
  high_availability {
    mode = "ZoneRedundant"
  }
}
resource "azurerm_mysql_flexible_server" "near" {
  high_availability {
    mode = "SameZone"
  }
}
resource "azurerm_mssql_database" "single" {}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'google_sql_database_instance.regional',
        outcome: 'pass',
        at: 'main.tf:3',
      },
      {
        subject: 'google_sql_database_instance.zonal',
        outcome: 'fail',
        at: 'main.tf:6',
      },
      {
        subject: 'azurerm_postgresql_flexible_server.spread',
        outcome: 'pass',
        at: 'main.tf:19',
      },
      {
        subject: 'azurerm_mysql_flexible_server.near',
        outcome: 'fail',
        at: 'main.tf:24',
      },
      {
        subject: 'azurerm_mssql_database.single',
        outcome: 'fail',
        at: 'main.tf:27',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads Aurora in CloudFormation by its instances',
    files: {
      'db.yaml': `Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql }
  One:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster }
  Two:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster }
`,
    },
    outcome: 'pass',
    findings: [{ subject: 'Cluster', outcome: 'pass', at: 'db.yaml:5' }],
    isComplete: true,
  },
  {
    title: 'has nothing to say without a database',
    files: { 'main.tf': 'resource "aws_s3_bucket" "logs" {}\n' },
    outcome: 'not-applicable',
  },
]);
