terraform {
  required_version = ">= 1.7.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.40"
    }
  }

  backend "s3" {
    bucket         = "acme-data-terraform"
    key            = "order-analytics"
    region         = "eu-west-1"
    encrypt        = true
    dynamodb_table = "terraform-locks"
  }
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { team = "data-platform", cost-center = "data", environment = terraform.workspace }
  }
}

provider "aws" {
  alias  = "frankfurt"
  region = "eu-central-1"
}
