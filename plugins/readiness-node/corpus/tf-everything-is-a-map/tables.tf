resource "aws_dynamodb_table" "this" {
  for_each                    = local.tables
  name                        = each.key
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = each.value.hash_key
  range_key                   = lookup(each.value, "range_key", null)
  deletion_protection_enabled = lookup(each.value, "protect", false)

  dynamic "attribute" {
    for_each = toset(compact([each.value.hash_key, lookup(each.value, "range_key", "")]))
    content {
      name = attribute.value
      type = "S"
    }
  }

  dynamic "ttl" {
    for_each = can(each.value.ttl) ? [each.value.ttl] : []
    content {
      attribute_name = ttl.value
      enabled        = true
    }
  }

  point_in_time_recovery {
    enabled = try(each.value.pitr, false)
  }
}

resource "aws_sqs_queue" "this" {
  for_each                   = local.queues
  name                       = each.key
  visibility_timeout_seconds = try(each.value.timeout, 30)
  redrive_policy = each.value.dlq ? jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead["${each.key}"].arn
    maxReceiveCount     = 3
  }) : null
}

resource "aws_sqs_queue" "dead" {
  for_each = { for k, v in local.queues : k => v if v.dlq }
  name     = "${each.key}-dead"
}

resource "aws_s3_bucket" "this" {
  for_each            = local.buckets
  bucket              = "acme-${each.key}"
  object_lock_enabled = try(each.value.lock, false)
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.this[each.key].id
  versioning_configuration {
    status = each.value.versioned ? "Enabled" : "Disabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = { for k, v in local.buckets : k => v if try(v.kms, false) }
  bucket   = aws_s3_bucket.this[each.key].id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = { for k, v in local.buckets : k => v if can(v.expire_days) }
  bucket   = aws_s3_bucket.this[each.key].id
  rule {
    id     = "expire"
    status = "Enabled"
    expiration {
      days = each.value.expire_days
    }
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each                = aws_s3_bucket.this
  bucket                  = each.value.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = each.key != "avatars"
}
