import { createSnapshotFile, type Snapshot } from '../src';

const VARIABLES = `variable "name" {
  type        = string
  description = "Name of the service"
}

variable "environment" {
  type    = string
  default = "prod"
}

variable "multi_az" {
  type    = bool
  default = null
}

variable "buckets" {
  type    = map(object({ versioned = bool }))
  default = {}
}
`;

const MODULE = `locals {
  is_production = var.environment == "prod"
  tags          = merge({ service = var.name }, { environment = var.environment })
}

resource "aws_db_instance" "this" {
  identifier              = "\${var.name}-\${var.environment}"
  engine                  = "postgres"
  instance_class          = local.is_production ? "db.m6g.large" : "db.t4g.small"
  multi_az                = coalesce(var.multi_az, local.is_production)
  storage_encrypted       = true
  backup_retention_period = local.is_production ? 14 : 1
  deletion_protection     = local.is_production
  tags                    = local.tags
}

resource "aws_s3_bucket" "this" {
  for_each = var.buckets
  bucket   = "\${var.name}-\${each.key}"
  tags     = local.tags
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = var.buckets
  bucket   = aws_s3_bucket.this[each.key].id
  versioning_configuration {
    status = each.value.versioned ? "Enabled" : "Suspended"
  }
}

resource "aws_security_group" "this" {
  name = var.name
  dynamic "ingress" {
    for_each = toset(["8080", "9090"])
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}
`;

/**
 * A repository of so many Terraform files: environments that call shared
 * modules with variables, loops and conditionals, as teams write them.
 */
export function generateTerraform(fileCount: number): Snapshot {
  const files: Record<string, string> = {};
  const moduleCount = Math.floor(fileCount / 10);
  for (let index = 0; index < moduleCount; index += 1) {
    files[`modules/service-${index}/main.tf`] = MODULE;
    files[`modules/service-${index}/variables.tf`] = VARIABLES;
  }
  for (let index = 0; Object.keys(files).length < fileCount; index += 1) {
    const folder = `stacks/stack-${Math.floor(index / 8)}`;
    files[`${folder}/service-${index}.tf`] = createCall(index, moduleCount);
  }
  return {
    files: Object.entries(files).map(([path, text]) =>
      createSnapshotFile(path, Buffer.from(text)),
    ),
  };
}

function createCall(index: number, moduleCount: number): string {
  return `module "service_${index}" {
  source      = "../../modules/service-${index % moduleCount}"
  name        = "service-${index}"
  environment = ${index % 3 === 0 ? '"staging"' : '"prod"'}
  buckets = {
    uploads = { versioned = true }
    reports = { versioned = ${index % 2 === 0} }
  }
}

resource "aws_cloudwatch_log_group" "service_${index}" {
  name              = "/services/service-${index}"
  retention_in_days = 30
}

resource "aws_sqs_queue" "service_${index}" {
  name                    = "service-${index}"
  sqs_managed_sse_enabled = true
}
`;
}
