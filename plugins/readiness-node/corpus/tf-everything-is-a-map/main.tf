terraform {
  required_version = ">= 1.5, < 2.0"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
  backend "s3" {
    bucket = "acme-data-tf"
    key    = "maps/terraform.tfstate"
    region = "ap-southeast-2"
  }
}

provider "aws" {
  region = "ap-southeast-2"
}

variable "vpc_id" {
  type = string
}

variable "subnets" {
  type = object({ public = list(string), private = list(string) })
}

variable "certificate_arn" {
  type = string
}

locals {
  raw      = yamldecode(file("${path.module}/config/services.yaml"))
  services = { for name, s in local.raw.services : name => merge(local.raw.defaults, s) }
  public   = { for name, s in local.services : name => s if lookup(s, "public", false) }
  tables = {
    for f in fileset(path.module, "config/tables/*.yaml") :
    trimsuffix(basename(f), ".yaml") => yamldecode(file("${path.module}/${f}"))
  }
  queues  = { for q in yamldecode(file("config/queues.yaml")).queues : q.name => q }
  buckets = jsondecode(file("${path.module}/config/buckets.json"))
}
