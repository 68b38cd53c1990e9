resource "aws_redshift_subnet_group" "analytics" {
  name       = "analytics"
  subnet_ids = var.subnet_ids
}

resource "aws_redshift_cluster" "analytics" {
  cluster_identifier                  = "analytics"
  node_type                           = "ra3.xlplus"
  number_of_nodes                     = 2
  database_name                       = "analytics"
  master_username                     = "admin"
  manage_master_password              = true
  encrypted                           = true
  kms_key_id                          = aws_kms_key.lake.arn
  publicly_accessible                 = false
  enhanced_vpc_routing                = true
  cluster_subnet_group_name           = aws_redshift_subnet_group.analytics.name
  automated_snapshot_retention_period = var.snapshot_retention
  final_snapshot_identifier           = "analytics-final"
}

resource "aws_redshift_logging" "analytics" {
  cluster_identifier   = aws_redshift_cluster.analytics.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}

# Nobody queries at night.
resource "aws_redshift_scheduled_action" "pause" {
  name     = "pause"
  schedule = "cron(0 21 * * ? *)"
  iam_role = "arn:aws:iam::111122223333:role/redshift-scheduler"

  target_action {
    pause_cluster {
      cluster_identifier = aws_redshift_cluster.analytics.id
    }
  }
}

resource "aws_mwaa_environment" "airflow" {
  name               = "analytics"
  airflow_version    = "2.10.3"
  environment_class  = "mw1.small"
  dag_s3_path        = "dags/"
  source_bucket_arn  = aws_s3_bucket.zone["curated"].arn
  execution_role_arn = "arn:aws:iam::111122223333:role/airflow-execution"
  min_workers        = 1
  max_workers        = 5

  network_configuration {
    security_group_ids = [var.airflow_security_group_id]
    subnet_ids         = slice(var.subnet_ids, 0, 2)
  }

  logging_configuration {
    task_logs {
      enabled   = true
      log_level = "INFO"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "dag_failed" {
  alarm_name          = "order-analytics-failed"
  namespace           = "AmazonMWAA"
  metric_name         = "TaskInstanceFailures"
  statistic           = "Sum"
  period              = 3600
  evaluation_periods  = 2
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [var.alarm_topic_arn]
}

resource "aws_budgets_budget" "data" {
  name         = "data-platform"
  budget_type  = "COST"
  limit_amount = "6000"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
}
