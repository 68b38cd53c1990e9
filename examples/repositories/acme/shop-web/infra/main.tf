terraform {
  required_version = "~> 1.9"

  required_providers {
    aws = {
      source                = "registry.acme.test/hashicorp/aws"
      version               = "~> 5.80"
      configuration_aliases = [aws.us_east_1]
    }
  }

  backend "s3" {
    bucket       = "acme-terraform-state"
    key          = "shop-web.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      team    = "mobile-and-web"
      service = "shop-web"
    }
  }
}

# Certificates of CloudFront live there.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

locals {
  environments = {
    staging    = { host = "shop.staging.acme.test", price_class = "PriceClass_100" }
    production = { host = "shop.acme.test", price_class = "PriceClass_All" }
  }
}

resource "aws_s3_bucket" "site" {
  for_each = local.environments
  bucket   = each.value.host
}

resource "aws_s3_bucket_public_access_block" "site" {
  for_each = local.environments
  bucket   = aws_s3_bucket.site[each.key].id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "site" {
  for_each = local.environments
  bucket   = aws_s3_bucket.site[each.key].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "site" {
  for_each = local.environments
  bucket   = aws_s3_bucket.site[each.key].id

  rule {
    id     = "old releases"
    status = "Enabled"
    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }
}
