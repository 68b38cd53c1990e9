import { ecsModules } from './awsEcs';
import type { RegistryModule } from './registryModule';

/** EKS and ECS modules of terraform-aws-modules. */
export const awsContainerModules: readonly RegistryModule[] = [
  ...ecsModules,
  {
    sources: ['terraform-aws-modules/eks/aws'],
    major: 21,
    text: `
defaults {
  create                                 = true
  cluster_enabled_log_types              = ["audit", "api", "authenticator"]
  cluster_endpoint_private_access        = var.module_major >= 19
  cluster_endpoint_public_access         = var.module_major < 19
  cluster_endpoint_public_access_cidrs   = ["0.0.0.0/0"]
  cluster_encryption_config              = { resources = ["secrets"] }
  create_kms_key                         = true
  enable_kms_key_rotation                = true
  create_cloudwatch_log_group            = true
  cloudwatch_log_group_retention_in_days = 90
  enable_irsa                            = true
  subnet_ids                             = []
  control_plane_subnet_ids               = []
  eks_managed_node_groups                = {}
  eks_managed_node_group_defaults        = {}
  self_managed_node_groups               = {}
  self_managed_node_group_defaults       = {}
  fargate_profiles                       = {}
  cluster_addons                         = {}
  addons                                 = {}
  tags                                   = {}
}
locals {
  public_access  = var.endpoint_public_access != null ? var.endpoint_public_access : var.cluster_endpoint_public_access
  log_types      = var.enabled_log_types != null ? var.enabled_log_types : var.cluster_enabled_log_types
  encryption     = var.encryption_config != null ? var.encryption_config : var.cluster_encryption_config
  node_defaults  = var.eks_managed_node_group_defaults != null ? var.eks_managed_node_group_defaults : {}
  self_defaults  = var.self_managed_node_group_defaults != null ? var.self_managed_node_group_defaults : {}
}
resource "aws_eks_cluster" "this" {
  count                     = var.create ? 1 : 0
  name                      = var.name != null ? var.name : var.cluster_name
  version                   = var.kubernetes_version != null ? var.kubernetes_version : var.cluster_version
  enabled_cluster_log_types = local.log_types
  deletion_protection       = var.deletion_protection
  vpc_config {
    subnet_ids              = length(var.control_plane_subnet_ids) > 0 ? var.control_plane_subnet_ids : var.subnet_ids
    endpoint_private_access = var.endpoint_private_access != null ? var.endpoint_private_access : var.cluster_endpoint_private_access
    endpoint_public_access  = local.public_access
    public_access_cidrs     = var.endpoint_public_access_cidrs != null ? var.endpoint_public_access_cidrs : var.cluster_endpoint_public_access_cidrs
  }
  dynamic "encryption_config" {
    for_each = length(local.encryption) > 0 ? flatten([local.encryption]) : []
    content {
      resources = try(encryption_config.value.resources, ["secrets"])
      provider { key_arn = try(encryption_config.value.provider_key_arn, aws_kms_key.this[0].arn, null) }
    }
  }
  tags = var.tags
}
resource "aws_kms_key" "this" {
  count               = var.create && var.create_kms_key && length(local.encryption) > 0 ? 1 : 0
  enable_key_rotation = var.enable_kms_key_rotation
  tags                = var.tags
}
resource "aws_cloudwatch_log_group" "this" {
  count             = var.create && var.create_cloudwatch_log_group ? 1 : 0
  name              = "/aws/eks/cluster"
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
  tags              = var.tags
}
resource "aws_iam_openid_connect_provider" "oidc_provider" {
  count = var.create && var.enable_irsa ? 1 : 0
  url   = aws_eks_cluster.this[0].identity
}
resource "aws_eks_node_group" "this" {
  for_each        = var.create ? var.eks_managed_node_groups : {}
  cluster_name    = aws_eks_cluster.this[0].name
  node_group_name = try(each.value.name, each.key)
  subnet_ids      = try(each.value.subnet_ids, local.node_defaults.subnet_ids, var.subnet_ids)
  instance_types  = try(each.value.instance_types, local.node_defaults.instance_types, null)
  capacity_type   = try(each.value.capacity_type, local.node_defaults.capacity_type, "ON_DEMAND")
  ami_type        = try(each.value.ami_type, local.node_defaults.ami_type, null)
  disk_size       = try(each.value.disk_size, local.node_defaults.disk_size, null)
  labels          = try(each.value.labels, null)
  scaling_config {
    min_size     = try(each.value.min_size, local.node_defaults.min_size, 1)
    max_size     = try(each.value.max_size, local.node_defaults.max_size, 3)
    desired_size = try(each.value.desired_size, local.node_defaults.desired_size, 1)
  }
  dynamic "update_config" {
    for_each = [try(each.value.update_config, local.node_defaults.update_config, { max_unavailable_percentage = 33 })]
    content {
      max_unavailable            = try(update_config.value.max_unavailable, null)
      max_unavailable_percentage = try(update_config.value.max_unavailable_percentage, null)
    }
  }
  launch_template { id = aws_launch_template.node_group[each.key].id }
  tags = var.tags
}
resource "aws_launch_template" "node_group" {
  for_each = var.create ? var.eks_managed_node_groups : {}
  metadata_options {
    http_tokens                 = try(each.value.metadata_options.http_tokens, local.node_defaults.metadata_options.http_tokens, "required")
    http_endpoint               = try(each.value.metadata_options.http_endpoint, "enabled")
    http_put_response_hop_limit = try(each.value.metadata_options.http_put_response_hop_limit, var.module_major >= 21 ? 1 : 2)
  }
  monitoring { enabled = try(each.value.enable_monitoring, local.node_defaults.enable_monitoring, var.module_major < 21) }
  dynamic "block_device_mappings" {
    for_each = try(each.value.block_device_mappings, local.node_defaults.block_device_mappings, {})
    content {
      device_name = try(block_device_mappings.value.device_name, null)
      dynamic "ebs" {
        for_each = try([block_device_mappings.value.ebs], [])
        content {
          encrypted   = try(ebs.value.encrypted, null)
          kms_key_id  = try(ebs.value.kms_key_id, null)
          volume_type = try(ebs.value.volume_type, null)
          volume_size = try(ebs.value.volume_size, null)
        }
      }
    }
  }
}
resource "aws_autoscaling_group" "self_managed" {
  for_each            = var.create ? var.self_managed_node_groups : {}
  name                = try(each.value.name, each.key)
  vpc_zone_identifier = try(each.value.subnet_ids, local.self_defaults.subnet_ids, var.subnet_ids)
  min_size            = try(each.value.min_size, local.self_defaults.min_size, 1)
  max_size            = try(each.value.max_size, local.self_defaults.max_size, 3)
  desired_capacity    = try(each.value.desired_size, local.self_defaults.desired_size, 1)
}
resource "aws_eks_fargate_profile" "this" {
  for_each             = var.create ? var.fargate_profiles : {}
  cluster_name         = aws_eks_cluster.this[0].name
  fargate_profile_name = try(each.value.name, each.key)
  subnet_ids           = try(each.value.subnet_ids, var.subnet_ids)
}
resource "aws_eks_addon" "this" {
  for_each     = var.create ? merge(var.cluster_addons, var.addons) : {}
  cluster_name = aws_eks_cluster.this[0].name
  addon_name   = try(each.value.name, each.key)
}
output "cluster_name" { value = one(aws_eks_cluster.this[*].name) }
output "cluster_id" { value = one(aws_eks_cluster.this[*].id) }
output "cluster_arn" { value = one(aws_eks_cluster.this[*].arn) }
output "cluster_endpoint" { value = one(aws_eks_cluster.this[*].endpoint) }
output "oidc_provider_arn" { value = one(aws_iam_openid_connect_provider.oidc_provider[*].arn) }
`,
  },
];
