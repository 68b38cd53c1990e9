resource "aws_cloudwatch_metric_alarm" "throttled" {
  alarm_name          = "carts-throttled-${var.environment}"
  namespace           = "AWS/DynamoDB"
  metric_name         = "ThrottledRequests"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  dimensions = {
    TableName = aws_dynamodb_table.carts.name
  }
}

resource "aws_cloudwatch_metric_alarm" "evictions" {
  alarm_name          = "cart-prices-evictions-${var.environment}"
  namespace           = "AWS/ElastiCache"
  metric_name         = "Evictions"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1000
  period              = 300
  evaluation_periods  = 2
  alarm_actions       = [var.alarm_topic_arn]

  dimensions = {
    ReplicationGroupId = aws_elasticache_replication_group.prices.id
  }
}

resource "aws_budgets_budget" "cart" {
  name         = "cart-${var.environment}"
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_budget)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  cost_filter {
    name   = "TagKeyValue"
    values = ["user:service$cart"]
  }

  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    notification_type          = "FORECASTED"
    subscriber_email_addresses = ["team-checkout@acme.test"]
  }
}
