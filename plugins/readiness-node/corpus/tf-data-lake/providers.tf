terraform {
  required_version = "~> 1.8.0"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
  backend "s3" {
    bucket  = "dataplatform-tfstate"
    key     = "lake"
    region  = "us-east-2"
    encrypt = true
  }
}

provider "aws" {
  region = "us-east-2"
  default_tags {
    tags = { team = "data-platform", cost_center = "9001" }
  }
}

provider "aws" {
  region = "us-west-2"
  alias  = "replica"
}

variable "account" {
  description = "Name of the account, part of bucket names"
  type        = string
  default     = "acme-data"
}

variable "redshift_nodes" {
  description = "Number of nodes"
  type        = number
  default     = 2
}

variable "redshift_password" {
  description = "Master password"
  type        = string
  sensitive   = true
}

variable "vpc_id" {
  description = "VPC"
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets"
  type        = list(string)
}
