terraform {
  required_version = ">= 1.3"

  cloud {
    organization = "acme"
    workspaces {
      tags = ["marketing-site"]
    }
  }

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 4.67"
    }
  }
}

provider "aws" {
  region = "eu-west-3"
}

# certificates and WAF of CloudFront live in us-east-1
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

variable "domain" {
  type    = string
  default = "example.com"
}

variable "price_class" {
  type    = string
  default = "PriceClass_100"
}

variable "waf_enabled" {
  type    = bool
  default = true
}

locals {
  sites = toset(["www", "campaign"])
  tags = {
    Project = "marketing-site"
    Owner   = "web-team"
  }
}

data "aws_route53_zone" "main" {
  name = var.domain
}
