terraform {
  required_version = "~> 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }

  backend "s3" {
    bucket       = "acme-terraform-state"
    key          = "services/loyalty.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { team = "checkout", service = "loyalty", cost-center = "shop-ordering" }
  }
}

data "terraform_remote_state" "foundation" {
  backend = "s3"

  config = {
    bucket = "acme-terraform-state"
    key    = "foundation/terraform.tfstate"
    region = "eu-west-1"
  }
}

module "database" {
  source = "git::https://git.acme.test/acme/terraform-aws-postgres.git?ref=v3.1.0"

  name                = "loyalty"
  vpc_id              = data.terraform_remote_state.foundation.outputs.vpc_id
  subnet_ids          = data.terraform_remote_state.foundation.outputs.private_subnets
  client_groups       = { nodes = data.terraform_remote_state.foundation.outputs.node_security_group_id }
  monitoring_role_arn = "arn:aws:iam::111122223333:role/rds-monitoring"
  alarm_topic_arn     = aws_sns_topic.alarms.arn
  tags                = { team = "checkout" }
}

resource "aws_sns_topic" "alarms" {
  name              = "loyalty-alarms"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "https"
  endpoint  = "https://on-call.acme.test/hooks/checkout"
}

resource "aws_sqs_queue" "orders" {
  name                       = "loyalty-orders"
  visibility_timeout_seconds = 60

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 8
  })
}

resource "aws_sqs_queue" "failed" {
  name                      = "loyalty-orders-failed"
  message_retention_seconds = 1209600
}

resource "aws_cloudwatch_metric_alarm" "failed" {
  alarm_name          = "loyalty-orders-failed"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_sns_topic.alarms.arn]

  dimensions = {
    QueueName = aws_sqs_queue.failed.name
  }
}
