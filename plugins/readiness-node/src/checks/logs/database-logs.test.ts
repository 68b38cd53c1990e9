import { testCheck } from '../../testing';
import { databaseLogs } from './database-logs';

testCheck(databaseLogs, [
  {
    title: 'reads companions, flags, empty lists and variables',
    files: {
      'main.tf': `variable "logs" {}
resource "aws_db_instance" "empty" {
  enabled_cloudwatch_logs_exports = []
}
resource "aws_db_instance" "unsure" {
  enabled_cloudwatch_logs_exports = var.logs
}
resource "aws_rds_cluster" "aurora" {}
resource "aws_rds_cluster_instance" "one" {
  cluster_identifier = aws_rds_cluster.aurora.id
}
resource "aws_redshift_cluster" "facts" {
  cluster_identifier = "facts"
}
resource "aws_redshift_logging" "facts" {
  cluster_identifier = aws_redshift_cluster.facts.id
}
resource "aws_opensearch_domain" "logs" {
  log_publishing_options {
    log_type = "ES_APPLICATION_LOGS"
  }
}
resource "google_sql_database_instance" "flags" {
  settings {
    database_flags {
      name  = "log_connections"
      value = "on"
    }
  }
}
resource "google_sql_database_instance" "off" {
  settings {
    database_flags {
      name  = "log_connections"
      value = "off"
    }
  }
}
resource "azurerm_postgresql_flexible_server" "bare" {}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_db_instance.empty', outcome: 'fail', at: 'main.tf:3' },
      {
        subject: 'aws_db_instance.unsure',
        outcome: 'unknown',
        at: 'main.tf:6',
      },
      { subject: 'aws_rds_cluster.aurora', outcome: 'fail', at: 'main.tf:8' },
      {
        subject: 'aws_redshift_logging.facts',
        outcome: 'pass',
        at: 'main.tf:15',
      },
      {
        subject: 'aws_opensearch_domain.logs',
        outcome: 'pass',
        at: 'main.tf:19',
      },
      {
        subject: 'google_sql_database_instance.flags',
        outcome: 'pass',
        at: 'main.tf:27',
      },
      {
        subject: 'google_sql_database_instance.off',
        outcome: 'fail',
        at: 'main.tf:35',
      },
      {
        subject: 'azurerm_postgresql_flexible_server.bare',
        outcome: 'fail',
        at: 'main.tf:39',
      },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
