provider "aws" {
  region = "eu-north-1"
}

module "logs" {
  source = "../../"
  name   = "example-logs"
  lifecycle_rules = [
    { id = "all", expiration_days = 30 },
  ]
}

module "bucket" {
  source         = "../../"
  name           = "example-complete"
  logging_bucket = module.logs.bucket
  versioning     = false
  notifications  = { enabled = true }
}
