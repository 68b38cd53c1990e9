resource "aws_kinesis_stream" "events" {
  name             = "events"
  retention_period = 48
  encryption_type  = "KMS"
  kms_key_id       = aws_kms_key.lake.arn
  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_kinesis_stream" "clicks" {
  name        = "clicks"
  shard_count = 4
}

resource "aws_kinesis_firehose_delivery_stream" "events" {
  name        = "events-to-raw"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.events.arn
    role_arn           = aws_iam_role.firehose.arn
  }

  extended_s3_configuration {
    role_arn            = aws_iam_role.firehose.arn
    bucket_arn          = aws_s3_bucket.zone["raw"].arn
    prefix              = "events/dt=!{timestamp:yyyy-MM-dd}/"
    error_output_prefix = "errors/"
    buffering_size      = 128
    compression_format  = "GZIP"

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.firehose.name
      log_stream_name = "events"
    }
  }
}

resource "aws_cloudwatch_log_group" "firehose" {
  name              = "/firehose/events"
  retention_in_days = 7
  kms_key_id        = aws_kms_key.lake.arn
}

data "aws_iam_policy_document" "assume" {
  for_each = toset(["s3", "firehose", "glue", "redshift"])
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "firehose" {
  name               = "lake-firehose"
  assume_role_policy = data.aws_iam_policy_document.assume["firehose"].json
}

resource "aws_iam_role_policy" "firehose" {
  role = aws_iam_role.firehose.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:GetBucketLocation"]
        Resource = [aws_s3_bucket.zone["raw"].arn, "${aws_s3_bucket.zone["raw"].arn}/*"]
      },
      {
        Effect   = "Allow"
        Action   = "kinesis:*"
        Resource = aws_kinesis_stream.events.arn
      },
    ]
  })
}
