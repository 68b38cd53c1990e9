resource "aws_rds_cluster" "ledger" {
  cluster_identifier                  = "${local.prefix}-aurora"
  engine                              = "aurora-postgresql"
  engine_version                      = "15.4"
  database_name                       = "ledger"
  master_username                     = "ledger_admin"
  manage_master_user_password         = true
  db_subnet_group_name                = aws_db_subnet_group.data.name
  vpc_security_group_ids              = [aws_security_group.postgres.id]
  storage_encrypted                   = true
  kms_key_id                          = data.aws_kms_alias.rds.target_key_arn
  backup_retention_period             = local.backup_retention["gold"]
  preferred_backup_window             = "01:00-02:00"
  copy_tags_to_snapshot               = true
  deletion_protection                 = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "${local.prefix}-aurora-final"
  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["postgresql"]
  db_cluster_parameter_group_name     = aws_rds_cluster_parameter_group.ledger.name

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_rds_cluster_instance" "ledger" {
  for_each = {
    writer = { class = "db.r6g.2xlarge", tier = 0 }
    reader = { class = "db.r6g.xlarge", tier = 1 }
  }

  identifier                      = "${local.prefix}-aurora-${each.key}"
  cluster_identifier              = aws_rds_cluster.ledger.id
  engine                          = aws_rds_cluster.ledger.engine
  instance_class                  = each.value.class
  promotion_tier                  = each.value.tier
  performance_insights_enabled    = true
  performance_insights_kms_key_id = data.aws_kms_alias.rds.target_key_arn
  monitoring_interval             = 30
  monitoring_role_arn             = aws_iam_role.monitoring.arn
  publicly_accessible             = false
}

resource "aws_rds_cluster_parameter_group" "ledger" {
  name   = "${local.prefix}-aurora-pg15"
  family = "aurora-postgresql15"

  dynamic "parameter" {
    for_each = {
      "rds.force_ssl"              = "1"
      "log_min_duration_statement" = "500"
      "pgaudit.log"                = "ddl,role"
    }
    content {
      name         = parameter.key
      value        = parameter.value
      apply_method = "pending-reboot"
    }
  }
}

resource "aws_iam_role" "monitoring" {
  name = "${local.prefix}-rds-monitoring"
  assume_role_policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": { "Service": "monitoring.rds.amazonaws.com" },
          "Action": "sts:AssumeRole"
        }
      ]
    }
  POLICY
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}
