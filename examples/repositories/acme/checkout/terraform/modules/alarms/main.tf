variable "database_id" { type = string }
variable "topic_arn" { type = string }

resource "aws_cloudwatch_metric_alarm" "database_cpu" {
  alarm_name          = "${var.database_id}-cpu"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  period              = 300
  evaluation_periods  = 3
  alarm_actions       = var.topic_arn == "" ? [] : [var.topic_arn]

  dimensions = {
    DBInstanceIdentifier = var.database_id
  }
}

resource "aws_cloudwatch_metric_alarm" "database_storage" {
  alarm_name          = "${var.database_id}-storage"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 10737418240
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = var.topic_arn == "" ? [] : [var.topic_arn]

  dimensions = {
    DBInstanceIdentifier = var.database_id
  }
}
