terraform {
  required_version = "~> 1.10"

  required_providers {
    aws = {
      source  = "registry.acme.test/hashicorp/aws"
      version = "~> 5.80"
    }
  }

  backend "s3" {
    bucket       = "acme-terraform-state"
    key          = "cart/terraform.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      team        = "checkout"
      service     = "cart"
      environment = var.environment
      cost-center = "shop-ordering"
    }
  }
}
