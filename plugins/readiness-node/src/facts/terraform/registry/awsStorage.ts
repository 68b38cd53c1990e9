import type { RegistryModule } from './registryModule';

/** S3 and ElastiCache modules of terraform-aws-modules. */
export const awsStorageModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/s3-bucket/aws'],
    major: 5,
    text: `
defaults {
  create_bucket                        = true
  force_destroy                        = false
  attach_policy                        = false
  attach_public_policy                 = true
  attach_deny_insecure_transport_policy = false
  control_object_ownership             = false
  object_ownership                     = "BucketOwnerEnforced"
  versioning                           = {}
  logging                              = {}
  lifecycle_rule                       = []
  server_side_encryption_configuration = {}
  replication_configuration            = {}
  tags                                 = {}
}
locals {
  blocks = var.module_major >= 4
}
resource "aws_s3_bucket" "this" {
  count               = var.create_bucket ? 1 : 0
  bucket              = var.bucket
  bucket_prefix       = var.bucket_prefix
  force_destroy       = var.force_destroy
  object_lock_enabled = var.object_lock_enabled
  tags                = var.tags
}
resource "aws_s3_bucket_public_access_block" "this" {
  count                   = var.create_bucket && var.attach_public_policy ? 1 : 0
  bucket                  = aws_s3_bucket.this[0].id
  block_public_acls       = var.block_public_acls != null ? var.block_public_acls : local.blocks
  block_public_policy     = var.block_public_policy != null ? var.block_public_policy : local.blocks
  ignore_public_acls      = var.ignore_public_acls != null ? var.ignore_public_acls : local.blocks
  restrict_public_buckets = var.restrict_public_buckets != null ? var.restrict_public_buckets : local.blocks
}
resource "aws_s3_bucket_versioning" "this" {
  count  = var.create_bucket && length(keys(var.versioning)) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  versioning_configuration {
    status     = try(var.versioning["enabled"] ? "Enabled" : "Suspended", tobool(var.versioning["status"]) ? "Enabled" : "Suspended", title(lower(var.versioning["status"])))
    mfa_delete = try(tobool(var.versioning["mfa_delete"]) ? "Enabled" : "Disabled", null)
  }
}
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count  = var.create_bucket && length(keys(var.server_side_encryption_configuration)) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  dynamic "rule" {
    for_each = try(flatten([var.server_side_encryption_configuration["rule"]]), [])
    content {
      bucket_key_enabled = try(rule.value.bucket_key_enabled, null)
      dynamic "apply_server_side_encryption_by_default" {
        for_each = try([rule.value.apply_server_side_encryption_by_default], [])
        content {
          sse_algorithm     = apply_server_side_encryption_by_default.value.sse_algorithm
          kms_master_key_id = try(apply_server_side_encryption_by_default.value.kms_master_key_id, null)
        }
      }
    }
  }
}
resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = var.create_bucket && length(var.lifecycle_rule) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  dynamic "rule" {
    for_each = var.lifecycle_rule
    content {
      id     = try(rule.value.id, null)
      status = try(rule.value.enabled ? "Enabled" : "Disabled", tobool(rule.value.status) ? "Enabled" : "Disabled", title(lower(rule.value.status)), "Enabled")
      dynamic "abort_incomplete_multipart_upload" {
        for_each = try([rule.value.abort_incomplete_multipart_upload_days], [])
        content { days_after_initiation = abort_incomplete_multipart_upload.value }
      }
      dynamic "expiration" {
        for_each = try(flatten([rule.value.expiration]), [])
        content { days = try(expiration.value.days, null) }
      }
      dynamic "transition" {
        for_each = try(flatten([rule.value.transition]), [])
        content {
          days          = try(transition.value.days, null)
          storage_class = transition.value.storage_class
        }
      }
      dynamic "noncurrent_version_expiration" {
        for_each = try(flatten([rule.value.noncurrent_version_expiration]), [])
        content { noncurrent_days = try(noncurrent_version_expiration.value.days, noncurrent_version_expiration.value.noncurrent_days, null) }
      }
    }
  }
}
resource "aws_s3_bucket_logging" "this" {
  count         = var.create_bucket && length(keys(var.logging)) > 0 ? 1 : 0
  bucket        = aws_s3_bucket.this[0].id
  target_bucket = var.logging["target_bucket"]
  target_prefix = try(var.logging["target_prefix"], null)
}
resource "aws_s3_bucket_acl" "this" {
  count  = var.create_bucket && var.acl != null && var.acl != "null" ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  acl    = var.acl
}
resource "aws_s3_bucket_ownership_controls" "this" {
  count  = var.create_bucket && var.control_object_ownership ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  rule { object_ownership = var.object_ownership }
}
resource "aws_s3_bucket_policy" "this" {
  count  = var.create_bucket && var.attach_policy ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  policy = var.policy
}
resource "aws_s3_bucket_replication_configuration" "this" {
  count  = var.create_bucket && length(keys(var.replication_configuration)) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  role   = var.replication_configuration["role"]
  dynamic "rule" {
    for_each = flatten(try([var.replication_configuration["rule"]], [var.replication_configuration["rules"]], []))
    content {
      id          = try(rule.value.id, null)
      status      = try(tobool(rule.value.status) ? "Enabled" : "Disabled", title(lower(rule.value.status)), "Enabled")
      destination { bucket = try(rule.value.destination.bucket, null) }
    }
  }
}
output "s3_bucket_id" { value = one(aws_s3_bucket.this[*].id) }
output "s3_bucket_arn" { value = one(aws_s3_bucket.this[*].arn) }
output "s3_bucket_bucket_domain_name" { value = one(aws_s3_bucket.this[*].bucket_domain_name) }
output "s3_bucket_bucket_regional_domain_name" { value = one(aws_s3_bucket.this[*].bucket_regional_domain_name) }
`,
  },
  {
    sources: ['terraform-aws-modules/elasticache/aws'],
    major: 1,
    text: `
defaults {
  create                       = true
  create_cluster               = false
  create_replication_group     = true
  engine                       = "redis"
  at_rest_encryption_enabled   = true
  transit_encryption_enabled   = true
  multi_az_enabled             = false
  cluster_mode_enabled         = false
  create_subnet_group          = true
  subnet_ids                   = []
  tags                         = {}
}
resource "aws_elasticache_replication_group" "this" {
  count = var.create && var.create_replication_group ? 1 : 0
  replication_group_id       = var.replication_group_id
  description                = var.description
  engine                     = var.engine
  engine_version             = var.engine_version
  node_type                  = var.node_type
  automatic_failover_enabled = var.multi_az_enabled || var.cluster_mode_enabled ? true : var.automatic_failover_enabled
  multi_az_enabled           = var.multi_az_enabled
  num_cache_clusters         = var.cluster_mode_enabled ? null : var.num_cache_clusters
  num_node_groups            = var.cluster_mode_enabled ? var.num_node_groups : null
  replicas_per_node_group    = var.cluster_mode_enabled ? var.replicas_per_node_group : null
  at_rest_encryption_enabled = var.at_rest_encryption_enabled
  transit_encryption_enabled = var.transit_encryption_enabled
  transit_encryption_mode    = var.transit_encryption_mode
  auth_token                 = var.auth_token
  user_group_ids             = var.user_group_ids
  kms_key_id                 = var.kms_key_arn
  snapshot_retention_limit   = var.snapshot_retention_limit
  snapshot_window            = var.snapshot_window
  parameter_group_name       = var.parameter_group_name
  security_group_ids         = var.security_group_ids
  subnet_group_name          = var.create_subnet_group ? aws_elasticache_subnet_group.this[0].name : var.subnet_group_name
  tags                       = var.tags
}
resource "aws_elasticache_cluster" "this" {
  count = var.create && var.create_cluster ? 1 : 0
  cluster_id                 = var.cluster_id
  engine                     = var.replication_group_id == null ? var.engine : null
  engine_version             = var.engine_version
  node_type                  = var.node_type
  num_cache_nodes            = var.num_cache_nodes
  az_mode                    = var.az_mode
  transit_encryption_enabled = var.engine == "memcached" ? var.transit_encryption_enabled : null
  snapshot_retention_limit   = var.snapshot_retention_limit
  replication_group_id       = var.replication_group_id
  tags                       = var.tags
}
resource "aws_elasticache_subnet_group" "this" {
  count      = var.create && var.create_subnet_group ? 1 : 0
  name       = var.subnet_group_name
  subnet_ids = var.subnet_ids
}
output "replication_group_id" { value = one(aws_elasticache_replication_group.this[*].id) }
output "replication_group_primary_endpoint_address" { value = one(aws_elasticache_replication_group.this[*].primary_endpoint_address) }
`,
  },
];
