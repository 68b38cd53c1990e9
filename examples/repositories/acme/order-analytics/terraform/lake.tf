locals {
  zones = {
    raw     = { expire_days = 0, archive_days = 90 }
    curated = { expire_days = 1095, archive_days = 0 }
  }
}

resource "aws_s3_bucket" "zone" {
  for_each = local.zones
  bucket   = "acme-lake-${each.key}"
}

resource "aws_s3_bucket_versioning" "zone" {
  for_each = local.zones
  bucket   = aws_s3_bucket.zone[each.key].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "zone" {
  for_each = local.zones
  bucket   = aws_s3_bucket.zone[each.key].id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.lake.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "zone" {
  for_each                = local.zones
  bucket                  = aws_s3_bucket.zone[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "raw" {
  bucket = aws_s3_bucket.zone["raw"].id

  rule {
    id     = "archive"
    status = "Enabled"
    filter {}

    transition {
      days          = local.zones.raw.archive_days
      storage_class = "GLACIER_IR"
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}

resource "aws_s3_bucket" "replica" {
  provider = aws.frankfurt
  bucket   = "acme-lake-raw-replica"
}

resource "aws_s3_bucket_replication_configuration" "raw" {
  bucket = aws_s3_bucket.zone["raw"].id
  role   = aws_iam_role.replication.arn

  rule {
    id     = "frankfurt"
    status = "Enabled"

    destination {
      bucket        = aws_s3_bucket.replica.arn
      storage_class = "GLACIER_IR"
    }
  }
}

resource "aws_kms_key" "lake" {
  description         = "Lake and warehouse"
  enable_key_rotation = true
}

resource "aws_iam_role" "replication" {
  name = "lake-replication"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "s3.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "airflow" {
  name = "airflow"
  role = "airflow-execution"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "*", Resource = "*" },
    ]
  })
}
