data "aws_caller_identity" "current" {}
data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  name = "checkout-${var.environment}"
  azs  = slice(data.aws_availability_zones.available.names, 0, 3)
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"

  name = local.name
  cidr = var.vpc_cidr

  azs             = local.azs
  private_subnets = [for i, az in local.azs : cidrsubnet(var.vpc_cidr, 4, i)]
  public_subnets  = [for i, az in local.azs : cidrsubnet(var.vpc_cidr, 8, i + 200)]

  enable_nat_gateway = true
  single_nat_gateway = var.environment != "prod"
}

module "alb" {
  source = "./modules/alb"

  name            = local.name
  vpc_id          = module.vpc.vpc_id
  subnets         = module.vpc.public_subnets
  certificate_arn = aws_acm_certificate_validation.this.certificate_arn
  logs_bucket     = aws_s3_bucket.alb_logs.id
}

module "service" {
  source = "./modules/service"

  name             = local.name
  cluster_arn      = aws_ecs_cluster.this.arn
  cluster_name     = aws_ecs_cluster.this.name
  image            = "${data.aws_caller_identity.current.account_id}.dkr.ecr.${var.region}.amazonaws.com/checkout:${var.image_tag}"
  desired_count    = var.desired_count
  max_count        = var.max_count
  cpu              = var.cpu
  memory           = var.memory
  subnets          = module.vpc.private_subnets
  vpc_id           = module.vpc.vpc_id
  target_group_arn = module.alb.target_group_arn
  ingress_sg_id    = module.alb.security_group_id

  environment = {
    LOG_LEVEL  = var.environment == "prod" ? "info" : "debug"
    LOG_FORMAT = "json"
    BASKET_URL = "http://basket.internal:8080"
  }
  secrets = {
    PAYMENT_API_KEY = aws_secretsmanager_secret.payment.arn
  }
}

resource "aws_ecs_cluster" "this" {
  name = local.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  default_capacity_provider_strategy {
    capacity_provider = var.environment == "prod" ? "FARGATE" : "FARGATE_SPOT"
    weight            = 1
  }
}

resource "aws_ecr_repository" "checkout" {
  count                = var.environment == "prod" ? 1 : 0
  name                 = "checkout"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_secretsmanager_secret" "payment" {
  name                    = "${local.name}/payment-api-key"
  recovery_window_in_days = 7
}

resource "aws_s3_bucket" "alb_logs" {
  bucket_prefix = "${local.name}-alb-logs-"
  force_destroy = var.environment != "prod"
}

resource "aws_s3_bucket_public_access_block" "alb_logs" {
  bucket                  = aws_s3_bucket.alb_logs.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "alb_logs" {
  bucket = aws_s3_bucket.alb_logs.id

  rule {
    id     = "expire"
    status = "Enabled"
    filter {}
    expiration {
      days = 90
    }
  }
}
