terraform {
  required_version = "= 1.5.7"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.31.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "3.6.0"
    }
  }
  backend "remote" {
    organization = "bank"
    workspaces {
      name = "ledger-datastores-prod"
    }
  }
}

provider "aws" {
  region              = "eu-central-1"
  allowed_account_ids = ["111122223333"]
  default_tags {
    tags = local.tags
  }
}

provider "aws" {
  alias  = "dr"
  region = "eu-west-1"
  default_tags {
    tags = local.tags
  }
}
