import { testCheck } from '../../testing';
import { databaseScaling } from './database-scaling';

testCheck(databaseScaling, [
  {
    title: 'takes a read replica, auto scaling, and Aurora’s own growth',
    files: {
      'main.tf': `variable "mode" {}
resource "aws_db_instance" "orders" {
  identifier        = "orders"
  allocated_storage = 20
}
resource "aws_db_instance" "replica" {
  replicate_source_db   = aws_db_instance.orders.identifier
  max_allocated_storage = 100
}
resource "aws_rds_cluster" "aurora" {}
resource "aws_dynamodb_table" "scaled" {
  name          = "scaled"
  read_capacity = 5
}
resource "aws_appautoscaling_target" "scaled" {
  resource_id = "table/\${aws_dynamodb_table.scaled.name}"
}
resource "aws_dynamodb_table" "fixed" {
  read_capacity = 5
}
resource "aws_dynamodb_table" "unsure" {
  billing_mode = var.mode
}
resource "azurerm_postgresql_flexible_server" "silent" {}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:6' },
      { subject: 'aws_db_instance.replica', outcome: 'pass', at: 'main.tf:8' },
      { subject: 'aws_rds_cluster.aurora', outcome: 'pass', at: 'main.tf:10' },
      {
        subject: 'aws_dynamodb_table.scaled',
        outcome: 'pass',
        at: 'main.tf:15',
      },
      {
        subject: 'aws_dynamodb_table.fixed',
        outcome: 'fail',
        at: 'main.tf:18',
      },
      {
        subject: 'aws_dynamodb_table.unsure',
        outcome: 'unknown',
        at: 'main.tf:22',
      },
      {
        subject: 'azurerm_postgresql_flexible_server.silent',
        outcome: 'fail',
        at: 'main.tf:24',
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
