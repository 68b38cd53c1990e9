terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.60"
    }
    random = {
      source = "hashicorp/random"
    }
  }

  backend "s3" {
    bucket  = "acme-terraform-state"
    key     = "checkout/terraform.tfstate"
    region  = "eu-west-1"
    encrypt = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = local.tags
  }
}

locals {
  name = "checkout-${var.environment}"
  tags = {
    team        = "checkout"
    environment = var.environment
    managed-by  = "terraform"
  }
}

module "database" {
  source = "./modules/database"

  name                  = "${local.name}-orders"
  instance_class        = var.db_instance_class
  allocated_storage     = var.db_allocated_storage
  max_allocated_storage = var.db_max_allocated_storage
  multi_az              = var.db_multi_az
  backup_retention      = var.db_backup_retention
  deletion_protection   = var.db_deletion_protection
  vpc_id                = var.vpc_id
  subnet_ids            = var.private_subnet_ids
  client_group_id       = var.node_security_group_id
}

module "sessions" {
  source = "./modules/redis"

  name            = "${local.name}-sessions"
  node_type       = var.redis_node_type
  vpc_id          = var.vpc_id
  subnet_ids      = var.private_subnet_ids
  client_group_id = var.node_security_group_id
}

module "alarms" {
  source = "./modules/alarms"

  database_id = module.database.id
  topic_arn   = var.alarm_topic_arn
}
