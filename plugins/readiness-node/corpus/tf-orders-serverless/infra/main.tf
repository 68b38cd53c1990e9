terraform {
  required_version = ">= 1.5.0"
  required_providers {
    aws     = { source = "hashicorp/aws", version = ">= 5.0, < 6.0" }
    archive = { source = "hashicorp/archive", version = "~> 2.4" }
  }
  backend "s3" {}
}

provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = {
      Project = "orders"
      Env     = var.env
    }
  }
}

variable "env" {
  type = string
}

variable "log_retention" {
  type    = number
  default = 14
}

locals {
  prefix = "orders-${var.env}"
  functions = {
    create = {
      route       = "POST /orders"
      memory      = 256
      concurrency = 50
    }
    get = {
      route       = "GET /orders/{id}"
      memory      = 128
      concurrency = -1
    }
    list = {
      route       = "GET /orders"
      memory      = 256
      concurrency = 20
    }
  }
}
