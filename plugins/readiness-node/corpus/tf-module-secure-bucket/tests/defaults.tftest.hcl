mock_provider "aws" {}

variables {
  name = "test-bucket"
}

run "versioned_by_default" {
  command = plan
  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "must be versioned"
  }
}
