terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.40"
    }
    random = {
      source = "hashicorp/random"
    }
  }

  backend "s3" {
    bucket         = "acme-tfstate"
    key            = "checkout/terraform.tfstate"
    region         = "eu-central-1"
    dynamodb_table = "acme-tflock"
    encrypt        = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      team        = "basket"
      service     = "checkout"
      environment = var.environment
      cost-center = "4711"
    }
  }
}
