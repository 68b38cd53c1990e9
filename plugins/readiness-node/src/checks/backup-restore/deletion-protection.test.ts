import { testCheck } from '../../testing';
import { deletionProtection } from './deletion-protection';

testCheck(deletionProtection, [
  {
    title: 'takes the lifecycle, a lock, the default and a variable',
    files: {
      'main.tf': `variable "protect" {}
resource "aws_db_instance" "lifecycle" {
  lifecycle {
    prevent_destroy = true
  }
}
resource "aws_db_instance" "silent" {
  skip_final_snapshot = true
}
resource "aws_docdb_cluster" "unsure" {
  deletion_protection = var.protect
}
resource "google_sql_database_instance" "silent" {
  name = "orders"
}
resource "google_sql_database_instance" "off" {
  deletion_protection = false
}
resource "azurerm_postgresql_flexible_server" "locked" {}
resource "azurerm_management_lock" "orders" {
  scope      = azurerm_postgresql_flexible_server.locked.id
  lock_level = "CanNotDelete"
}
resource "azurerm_cosmosdb_account" "bare" {}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_db_instance.lifecycle',
        outcome: 'pass',
        at: 'main.tf:4',
      },
      { subject: 'aws_db_instance.silent', outcome: 'fail', at: 'main.tf:7' },
      {
        subject: 'aws_docdb_cluster.unsure',
        outcome: 'unknown',
        at: 'main.tf:11',
      },
      {
        subject: 'google_sql_database_instance.silent',
        outcome: 'pass',
        at: 'main.tf:13',
      },
      {
        subject: 'google_sql_database_instance.off',
        outcome: 'fail',
        at: 'main.tf:17',
      },
      { subject: 'azurerm_management_lock.orders', outcome: 'pass' },
      {
        subject: 'azurerm_cosmosdb_account.bare',
        outcome: 'fail',
        at: 'main.tf:24',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads the policies of a stack, members left out',
    files: {
      'db.yaml': `Parameters:
  Policy: { Type: String }
Resources:
  Silent:
    Type: AWS::RDS::DBCluster
  Snapshot:
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Snapshot
  Deleted:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Delete
  Flag:
    Type: AWS::RDS::DBInstance
    Properties: { DeletionProtection: true }
  Member:
    Type: AWS::RDS::DBInstance
    Properties: { DBClusterIdentifier: !Ref Snapshot }
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'Silent', outcome: 'fail', at: 'db.yaml:4' },
      { subject: 'Snapshot', outcome: 'pass', at: 'db.yaml:8' },
      { subject: 'Deleted', outcome: 'fail', at: 'db.yaml:11' },
      { subject: 'Flag', outcome: 'pass', at: 'db.yaml:14' },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
