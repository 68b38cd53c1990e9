resource "aws_sqs_queue" "events" {
  count                   = var.notifications.enabled ? 1 : 0
  name                    = "${var.name}-events"
  sqs_managed_sse_enabled = var.notifications.kms_key == null ? true : null
  kms_master_key_id       = var.notifications.kms_key

  redrive_policy = var.notifications.dead_letters ? jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead[0].arn
    maxReceiveCount     = 5
  }) : null
  tags = var.tags
}

resource "aws_sqs_queue" "dead" {
  count = var.notifications.enabled && var.notifications.dead_letters ? 1 : 0
  name  = "${var.name}-events-dead"
  tags  = var.tags
}

resource "aws_s3_bucket_notification" "events" {
  count  = var.notifications.enabled ? 1 : 0
  bucket = aws_s3_bucket.this.id
  queue {
    queue_arn = aws_sqs_queue.events[0].arn
    events    = ["s3:ObjectCreated:*"]
  }
}

data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
  }
}

resource "aws_iam_policy" "reader" {
  count       = var.create_reader_policy ? 1 : 0
  name_prefix = "${var.name}-reader-"
  policy      = data.aws_iam_policy_document.reader.json
}
