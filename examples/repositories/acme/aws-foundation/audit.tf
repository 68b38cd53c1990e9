module "trail_bucket" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "4.2.2"

  bucket = "acme-trail-${var.environment}"

  attach_policy                         = true
  attach_deny_insecure_transport_policy = true
  control_object_ownership              = true
  object_ownership                      = "BucketOwnerEnforced"

  versioning = { enabled = true }

  lifecycle_rule = [
    {
      id                                     = "archive"
      enabled                                = true
      abort_incomplete_multipart_upload_days = 7
      transition                             = [{ days = 90, storage_class = "GLACIER" }]
      expiration                             = { days = 2555 }
    },
  ]
}

resource "aws_cloudtrail" "organisation" {
  name                          = "organisation"
  s3_bucket_name                = module.trail_bucket.s3_bucket_id
  is_multi_region_trail         = true
  is_organization_trail         = true
  enable_log_file_validation    = true
  include_global_service_events = true
}

resource "aws_cloudwatch_metric_alarm" "root_login" {
  alarm_name          = "root-login"
  namespace           = "CloudTrail"
  metric_name         = "RootLogin"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_sns_topic.platform.arn]
}

resource "aws_sns_topic" "platform" {
  name              = "platform-page"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_ce_anomaly_monitor" "services" {
  name              = "services"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
}

resource "aws_ce_anomaly_subscription" "platform" {
  name             = "platform"
  frequency        = "DAILY"
  monitor_arn_list = [aws_ce_anomaly_monitor.services.arn]

  subscriber {
    type    = "EMAIL"
    address = "devex@acme.test"
  }
}
