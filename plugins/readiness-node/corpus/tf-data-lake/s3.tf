locals {
  zones = {
    raw = {
      versioning = true
      expire     = 730
      replicate  = true
    }
    curated = {
      versioning = true
      expire     = null
      replicate  = false
    }
    athena = {
      versioning = false
      expire     = 30
      replicate  = false
    }
  }
}

resource "aws_kms_key" "lake" {
  description             = "Lake"
  deletion_window_in_days = 30
  enable_key_rotation     = true
}

resource "aws_s3_bucket" "zone" {
  for_each = local.zones
  bucket   = "${var.account}-lake-${each.key}"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "zone" {
  for_each = local.zones
  bucket   = aws_s3_bucket.zone[each.key].id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.lake.arn
    }
    bucket_key_enabled = true
  }
}

resource "aws_s3_bucket_versioning" "zone" {
  for_each = { for k, v in local.zones : k => v if v.versioning }
  bucket   = aws_s3_bucket.zone[each.key].id
  versioning_configuration {
    status = "Enabled"
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

resource "aws_s3_bucket_lifecycle_configuration" "zone" {
  for_each = { for k, v in local.zones : k => v if v.expire != null }
  bucket   = aws_s3_bucket.zone[each.key].id

  rule {
    id     = "expire"
    status = "Enabled"
    filter {
      prefix = ""
    }
    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }
    expiration {
      days = each.value.expire
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket" "raw_replica" {
  provider = aws.replica
  bucket   = "${var.account}-lake-raw-replica"
}

resource "aws_s3_bucket_versioning" "raw_replica" {
  provider = aws.replica
  bucket   = aws_s3_bucket.raw_replica.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_replication_configuration" "raw" {
  depends_on = [aws_s3_bucket_versioning.zone]
  bucket     = aws_s3_bucket.zone["raw"].id
  role       = aws_iam_role.replication.arn

  rule {
    id     = "all"
    status = "Enabled"
    destination {
      bucket        = aws_s3_bucket.raw_replica.arn
      storage_class = "GLACIER_IR"
    }
  }
}

resource "aws_iam_role" "replication" {
  name               = "lake-replication"
  assume_role_policy = data.aws_iam_policy_document.assume["s3"].json
}
