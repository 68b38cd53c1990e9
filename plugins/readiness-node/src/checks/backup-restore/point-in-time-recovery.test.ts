import { testCheck } from '../../testing';
import { pointInTimeRecovery } from './point-in-time-recovery';

testCheck(pointInTimeRecovery, [
  {
    title: 'wants the binary log of MySQL, the archive of PostgreSQL',
    files: {
      'main.tf': `resource "google_sql_database_instance" "mysql" {
  database_version = "MYSQL_8_0"
  settings {
    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
    }
  }
}
resource "google_sql_database_instance" "postgres" {
  database_version = "POSTGRES_16"
  settings {
    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
    }
  }
}
resource "google_sql_database_instance" "replica" {
  master_instance_name = "postgres"
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'google_sql_database_instance.mysql',
        outcome: 'fail',
        at: 'main.tf:1',
      },
      {
        subject: 'google_sql_database_instance.postgres',
        outcome: 'pass',
        at: 'main.tf:15',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads versioning inline, suspended and unresolved',
    files: {
      'main.tf': `variable "versioning" {}
resource "aws_s3_bucket" "inline" {
  versioning {
    enabled = true
  }
}
resource "aws_s3_bucket" "suspended" {
  bucket = "suspended"
}
resource "aws_s3_bucket_versioning" "suspended" {
  bucket = "suspended"
  versioning_configuration {
    status = "Suspended"
  }
}
resource "google_storage_bucket" "unsure" {
  versioning {
    enabled = var.versioning
  }
}
`,
      'a.yaml':
        'Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration: { Status: Enabled }\n',
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_s3_bucket.inline', outcome: 'pass', at: 'main.tf:4' },
      {
        subject: 'aws_s3_bucket_versioning.suspended',
        outcome: 'fail',
        at: 'main.tf:13',
      },
      {
        subject: 'google_storage_bucket.unsure',
        outcome: 'unknown',
        at: 'main.tf:18',
      },
      { subject: 'Bucket', outcome: 'pass', at: 'a.yaml:5' },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);

testCheck(pointInTimeRecovery, [
  {
    title: 'Tables from the files of a folder',
    files: {
      'main.tf':
        'locals {\n  tables = { for f in fileset(path.module, "tables/*.yaml") : trimsuffix(basename(f), ".yaml") => yamldecode(file("${path.module}/${f}")) }\n}\n\nresource "aws_dynamodb_table" "this" {\n  for_each = local.tables\n  point_in_time_recovery {\n    enabled = try(each.value.pitr, false)\n  }\n}\n',
      'tables/a.yaml': 'pitr: true\n',
      'tables/b.yaml': 'ttl: at\n',
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_dynamodb_table.this["a"]', outcome: 'pass' },
      { subject: 'aws_dynamodb_table.this["b"]', outcome: 'fail' },
    ],
    isComplete: true,
  },
]);
