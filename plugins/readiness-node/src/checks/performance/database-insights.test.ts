import { testCheck } from '../../testing';
import { databaseInsights } from './database-insights';

testCheck(databaseInsights, [
  {
    title:
      'looks into parameter groups, and asks SQL Server for no slow-query log',
    files: {
      'main.tf': `variable "interval" {}
resource "aws_db_parameter_group" "pg" {
  family = "postgres16"
  parameter {
    name  = "log_min_duration_statement"
    value = "500"
  }
}
resource "aws_db_instance" "orders" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.pg.name
  monitoring_interval  = var.interval
}
resource "aws_db_instance" "books" {
  engine                       = "sqlserver-se"
  performance_insights_enabled = true
  monitoring_interval          = 0
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_db_instance.orders',
        aspect: 'performance-insights',
        outcome: 'fail',
        at: 'main.tf:9',
      },
      {
        subject: 'aws_db_instance.orders',
        aspect: 'enhanced-monitoring',
        outcome: 'unknown',
        at: 'main.tf:12',
      },
      {
        subject: 'aws_db_instance.orders',
        aspect: 'slow-query-log',
        outcome: 'pass',
        at: 'main.tf:6',
      },
      {
        subject: 'aws_db_instance.books',
        aspect: 'performance-insights',
        outcome: 'pass',
        at: 'main.tf:16',
      },
      {
        subject: 'aws_db_instance.books',
        aspect: 'enhanced-monitoring',
        outcome: 'fail',
        at: 'main.tf:17',
      },
    ],
    isComplete: true,
  },
  {
    title: 'judges members of Aurora for insights, the cluster for its log',
    files: {
      'main.tf': `resource "aws_rds_cluster" "orders" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
}
resource "aws_rds_cluster_instance" "one" {
  cluster_identifier           = aws_rds_cluster.orders.id
  performance_insights_enabled = true
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_rds_cluster.orders',
        aspect: 'slow-query-log',
        outcome: 'pass',
        at: 'main.tf:3',
      },
      {
        subject: 'aws_rds_cluster_instance.one',
        aspect: 'performance-insights',
        outcome: 'pass',
        at: 'main.tf:7',
      },
      {
        subject: 'aws_rds_cluster_instance.one',
        aspect: 'enhanced-monitoring',
        outcome: 'fail',
        at: 'main.tf:5',
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
