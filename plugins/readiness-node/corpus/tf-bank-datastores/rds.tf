# Oracle is end of life, see decommissioning plan 2025
resource "aws_db_instance" "statements" {
  identifier                      = "${local.prefix}-statements"
  engine                          = "oracle-ee"
  engine_version                  = "19"
  license_model                   = "bring-your-own-license"
  instance_class                  = "db.m5.2xlarge"
  allocated_storage               = 1000
  storage_type                    = "io1"
  iops                            = 10000
  db_name                         = "STMT"
  username                        = "stmt_owner"
  password                        = var.statements_password
  multi_az                        = true
  db_subnet_group_name            = aws_db_subnet_group.data.name
  vpc_security_group_ids          = [aws_security_group.oracle.id]
  storage_encrypted               = true
  kms_key_id                      = data.aws_kms_alias.rds.target_key_arn
  backup_retention_period         = local.backup_retention.silver
  deletion_protection             = true
  auto_minor_version_upgrade      = false
  enabled_cloudwatch_logs_exports = ["alert", "audit"]
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring.arn
  skip_final_snapshot             = true
}

resource "aws_db_instance" "statements_replica" {
  identifier          = "${local.prefix}-statements-ro"
  replicate_source_db = aws_db_instance.statements.identifier
  instance_class      = "db.m5.xlarge"
  replica_mode        = "mounted"
  storage_encrypted   = true
  skip_final_snapshot = true
}

resource "aws_db_instance" "reporting" {
  identifier              = "${local.prefix}-reporting"
  engine                  = "mysql"
  engine_version          = "8.0"
  instance_class          = "db.t3.medium"
  allocated_storage       = 100
  max_allocated_storage   = 500
  storage_type            = "gp2"
  username                = "reporting"
  password                = random_password.reporting.result
  multi_az                = var.reporting_multi_az
  db_subnet_group_name    = aws_db_subnet_group.data.name
  vpc_security_group_ids  = [aws_security_group.mysql.id]
  backup_retention_period = local.backup_retention["bronze"]
  skip_final_snapshot     = true
  parameter_group_name    = aws_db_parameter_group.reporting.name
}

resource "aws_db_parameter_group" "reporting" {
  name   = "${local.prefix}-mysql80"
  family = "mysql8.0"

  parameter {
    name  = "slow_query_log"
    value = "1"
  }
  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }
}

resource "random_password" "reporting" {
  length  = 32
  special = false
}

resource "aws_ssm_parameter" "reporting_password" {
  name   = "/ledger/prod/reporting/password"
  type   = "SecureString"
  value  = random_password.reporting.result
  key_id = data.aws_kms_alias.rds.target_key_arn
}

resource "aws_db_instance_automated_backups_replication" "statements" {
  provider               = aws.dr
  source_db_instance_arn = aws_db_instance.statements.arn
  retention_period       = 14
  kms_key_id             = var.dr_kms_key_arn
}
