resource "aws_dynamodb_table" "orders" {
  name         = "${local.prefix}-orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "pk"
  range_key    = "sk"

  attribute {
    name = "pk"
    type = "S"
  }
  attribute {
    name = "sk"
    type = "S"
  }
  attribute {
    name = "customer"
    type = "S"
  }

  global_secondary_index {
    name            = "by-customer"
    hash_key        = "customer"
    range_key       = "sk"
    projection_type = "ALL"
  }

  point_in_time_recovery {
    enabled = var.env == "prod"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.orders.arn
  }

  deletion_protection_enabled = true
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"
}

resource "aws_dynamodb_table" "idempotency" {
  name           = "${local.prefix}-idempotency"
  billing_mode   = "PROVISIONED"
  read_capacity  = 5
  write_capacity = 5
  hash_key       = "id"
  attribute {
    name = "id"
    type = "S"
  }
  ttl {
    attribute_name = "expiration"
    enabled        = true
  }
}

resource "aws_kms_key" "orders" {
  description         = "orders"
  enable_key_rotation = true
}

resource "aws_sqs_queue" "fulfil" {
  name                       = "${local.prefix}-fulfil"
  visibility_timeout_seconds = 360
  sqs_managed_sse_enabled    = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.fulfil_dlq.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "fulfil_dlq" {
  name                      = "${local.prefix}-fulfil-dlq"
  message_retention_seconds = 1209600
}

# emails are best effort
resource "aws_sqs_queue" "email" {
  name = "${local.prefix}-email"
}

resource "aws_sns_topic" "events" {
  name = "${local.prefix}-events"
}
