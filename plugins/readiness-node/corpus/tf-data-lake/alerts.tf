resource "aws_sns_topic" "data" {
  name = "data-alerts"
}

resource "aws_cloudwatch_metric_alarm" "iterator_age" {
  for_each            = { events = aws_kinesis_stream.events.name, clicks = aws_kinesis_stream.clicks.name }
  alarm_name          = "iterator-age-${each.key}"
  namespace           = "AWS/Kinesis"
  metric_name         = "GetRecords.IteratorAgeMilliseconds"
  dimensions          = { StreamName = each.value }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 3
  threshold           = 3600000
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_sns_topic.data.arn]
}

resource "aws_cloudwatch_event_rule" "glue_failed" {
  name = "glue-failed"
  event_pattern = jsonencode({
    source      = ["aws.glue"]
    detail-type = ["Glue Job State Change"]
    detail      = { state = ["FAILED", "TIMEOUT"] }
  })
}

resource "aws_cloudwatch_event_target" "glue_failed" {
  rule = aws_cloudwatch_event_rule.glue_failed.name
  arn  = aws_sns_topic.data.arn
}

resource "aws_ce_anomaly_monitor" "lake" {
  name              = "lake"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
}
