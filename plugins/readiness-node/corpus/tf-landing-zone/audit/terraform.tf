terraform {
  required_version = "~> 1.7.0"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.44.0"
    }
  }
  backend "s3" {
    bucket         = "ministry-lz-state"
    key            = "audit/terraform.tfstate"
    region         = "eu-central-1"
    dynamodb_table = "ministry-lz-lock"
    encrypt        = true
    kms_key_id     = "alias/terraform-state"
  }
}
