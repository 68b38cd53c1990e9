import { testCheck } from '../../testing';
import { offsiteBackup } from './offsite-backup';

testCheck(offsiteBackup, [
  {
    title: 'takes a copying plan that selects the database',
    files: {
      'main.tf': `resource "aws_db_instance" "covered" {}
resource "aws_db_instance" "alone" {}
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.covered.identifier
}
resource "aws_backup_plan" "daily" {
  rule {
    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-central-1:1:backup-vault:v"
    }
  }
}
resource "aws_backup_selection" "daily" {
  plan_id   = aws_backup_plan.daily.id
  resources = [aws_db_instance.covered.arn]
}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_db_instance.covered', outcome: 'pass', at: 'main.tf:6' },
      { subject: 'aws_db_instance.alone', outcome: 'fail', at: 'main.tf:2' },
      { subject: 'aws_backup_plan.daily', outcome: 'pass', at: 'main.tf:8' },
    ],
    isComplete: true,
  },
  {
    title: 'knows the defaults of Azure and Google, and leaves replicas out',
    files: {
      'main.tf': `variable "geo" {}
resource "azurerm_mysql_flexible_server" "geo" {
  geo_redundant_backup_enabled = true
}
resource "azurerm_mysql_flexible_server" "unsure" {
  geo_redundant_backup_enabled = var.geo
}
resource "azurerm_mysql_flexible_server" "replica" {
  create_mode = "Replica"
}
resource "azurerm_mssql_database" "local" {
  storage_account_type = "Local"
}
resource "google_sql_database_instance" "silent" {
  settings {
    backup_configuration {
      enabled = true
    }
  }
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'azurerm_mysql_flexible_server.geo',
        outcome: 'pass',
        at: 'main.tf:3',
      },
      {
        subject: 'azurerm_mysql_flexible_server.unsure',
        outcome: 'unknown',
        at: 'main.tf:6',
      },
      {
        subject: 'azurerm_mssql_database.local',
        outcome: 'fail',
        at: 'main.tf:12',
      },
      {
        subject: 'google_sql_database_instance.silent',
        outcome: 'pass',
        at: 'main.tf:14',
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

testCheck(offsiteBackup, [
  {
    title: 'A plan that selects by a default tag of the provider',
    files: {
      'main.tf':
        'provider "aws" {\n  default_tags {\n    tags = { app = "ledger" }\n  }\n}\n\nresource "aws_db_instance" "a" {\n  backup_retention_period = 7\n}\n\nresource "aws_backup_plan" "daily" {\n  rule {\n    copy_action {\n      destination_vault_arn = "arn:aws:backup:eu-west-1:1:backup-vault:dr"\n    }\n  }\n}\n\nresource "aws_backup_selection" "all" {\n  plan_id = aws_backup_plan.daily.id\n  selection_tag {\n    type  = "STRINGEQUALS"\n    key   = "app"\n    value = "ledger"\n  }\n}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'aws_db_instance.a', outcome: 'pass' }],
  },
]);
