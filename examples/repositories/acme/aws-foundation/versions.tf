terraform {
  required_version = "~> 1.10.0"

  required_providers {
    aws = {
      source  = "registry.acme.test/hashicorp/aws"
      version = "~> 5.80"
    }
  }

  backend "s3" {
    bucket         = "acme-terraform-state"
    key            = "foundation/terraform.tfstate"
    region         = "eu-west-1"
    encrypt        = true
    dynamodb_table = "terraform-locks"
    kms_key_id     = "alias/terraform-state"
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      team        = "developer-experience"
      environment = var.environment
      cost-center = "platform"
      repository  = "acme/aws-foundation"
    }
  }
}
