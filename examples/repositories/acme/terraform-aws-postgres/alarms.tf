locals {
  alarms = {
    cpu         = { metric = "CPUUtilization", comparison = "GreaterThanThreshold", threshold = 85 }
    storage     = { metric = "FreeStorageSpace", comparison = "LessThanThreshold", threshold = var.storage_gb * 107374182 }
    connections = { metric = "DatabaseConnections", comparison = "GreaterThanThreshold", threshold = var.max_connections * 0.8 }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  namespace           = "AWS/RDS"
  metric_name         = each.value.metric
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = var.tags

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.this.identifier
  }
}

resource "aws_cloudwatch_log_group" "postgresql" {
  name              = "/aws/rds/instance/${var.name}/postgresql"
  retention_in_days = 90
  kms_key_id        = aws_kms_key.this.arn
  tags              = var.tags
}
