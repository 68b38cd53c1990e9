resource "aws_s3_bucket" "site" {
  for_each = local.sites
  bucket   = "${each.key}.${var.domain}"
  tags     = local.tags
}

resource "aws_s3_bucket_ownership_controls" "site" {
  for_each = aws_s3_bucket.site
  bucket   = each.value.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "site" {
  for_each                = aws_s3_bucket.site
  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "site" {
  for_each = aws_s3_bucket.site
  bucket   = each.value.id
  versioning_configuration {
    status = each.key == "www" ? "Enabled" : "Suspended"
  }
}

data "aws_iam_policy_document" "site" {
  for_each = local.sites
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.site[each.key].arn}/*"]
    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "AWS:SourceArn"
      values   = [aws_cloudfront_distribution.site[each.key].arn]
    }
  }
}

resource "aws_s3_bucket_policy" "site" {
  for_each = local.sites
  bucket   = aws_s3_bucket.site[each.key].id
  policy   = data.aws_iam_policy_document.site[each.key].json
}

# logs of both distributions
resource "aws_s3_bucket" "logs" {
  bucket = "${var.domain}-cdn-logs"
  tags   = local.tags
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.logs.id
  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "logs" {
  depends_on = [aws_s3_bucket_ownership_controls.logs]
  bucket     = aws_s3_bucket.logs.id
  acl        = "log-delivery-write"
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id
  rule {
    id     = "ninety-days"
    status = "Enabled"
    expiration {
      days = 90
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }
}

# press kit, downloaded by journalists directly
resource "aws_s3_bucket" "press" {
  bucket = "press.${var.domain}"
  tags   = local.tags
}

resource "aws_s3_bucket_public_access_block" "press" {
  bucket              = aws_s3_bucket.press.id
  block_public_acls   = true
  ignore_public_acls  = true
  block_public_policy = false
}

resource "aws_s3_bucket_website_configuration" "press" {
  bucket = aws_s3_bucket.press.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket_policy" "press" {
  bucket = aws_s3_bucket.press.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "PublicRead"
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.press.arn}/*"
    }]
  })
}
