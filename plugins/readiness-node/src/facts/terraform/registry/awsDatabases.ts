import type { RegistryModule } from './registryModule';

/** RDS and Aurora modules of terraform-aws-modules. */
export const awsDatabaseModules: readonly RegistryModule[] = [
  {
    sources: [
      'terraform-aws-modules/rds/aws',
      'terraform-aws-modules/rds/aws//modules/db_instance',
    ],
    major: 6,
    text: `
defaults {
  create_db_instance              = true
  create_db_parameter_group       = true
  create_db_subnet_group          = false
  create_monitoring_role          = false
  create_cloudwatch_log_group     = false
  storage_encrypted               = true
  multi_az                        = false
  publicly_accessible             = false
  deletion_protection             = false
  skip_final_snapshot             = false
  copy_tags_to_snapshot           = false
  auto_minor_version_upgrade      = true
  performance_insights_enabled    = false
  monitoring_interval             = 0
  max_allocated_storage           = 0
  enabled_cloudwatch_logs_exports = []
  iam_database_authentication_enabled = false
  cloudwatch_log_group_retention_in_days = 7
  parameters                      = []
  tags                            = {}
  db_instance_tags                = {}
  subnet_ids                      = []
}
resource "aws_db_instance" "this" {
  count = try(var.create_db_instance, true) ? 1 : 0
  identifier                            = var.identifier
  engine                                = var.engine
  engine_version                        = var.engine_version
  instance_class                        = var.instance_class
  allocated_storage                     = var.allocated_storage
  max_allocated_storage                 = var.max_allocated_storage
  storage_type                          = var.storage_type
  storage_encrypted                     = var.storage_encrypted
  kms_key_id                            = var.kms_key_id
  iops                                  = var.iops
  db_name                               = var.db_name
  username                              = var.username
  password                              = var.password
  manage_master_user_password           = var.manage_master_user_password != null ? var.manage_master_user_password : (var.module_major >= 6 ? true : null)
  port                                  = var.port
  multi_az                              = var.multi_az
  availability_zone                     = var.availability_zone
  publicly_accessible                   = var.publicly_accessible
  backup_retention_period               = var.backup_retention_period
  backup_window                         = var.backup_window
  delete_automated_backups              = var.delete_automated_backups
  deletion_protection                   = var.deletion_protection
  skip_final_snapshot                   = var.skip_final_snapshot
  copy_tags_to_snapshot                 = var.copy_tags_to_snapshot
  auto_minor_version_upgrade            = var.auto_minor_version_upgrade
  maintenance_window                    = var.maintenance_window
  replicate_source_db                   = var.replicate_source_db
  monitoring_interval                   = var.monitoring_interval
  monitoring_role_arn                   = var.monitoring_role_arn
  performance_insights_enabled          = var.performance_insights_enabled
  performance_insights_retention_period = var.performance_insights_enabled ? var.performance_insights_retention_period : null
  performance_insights_kms_key_id       = var.performance_insights_kms_key_id
  enabled_cloudwatch_logs_exports       = var.enabled_cloudwatch_logs_exports
  iam_database_authentication_enabled   = var.iam_database_authentication_enabled
  ca_cert_identifier                    = var.ca_cert_identifier
  vpc_security_group_ids                = var.vpc_security_group_ids
  db_subnet_group_name                  = var.create_db_subnet_group ? aws_db_subnet_group.this[0].name : var.db_subnet_group_name
  parameter_group_name                  = var.create_db_parameter_group ? aws_db_parameter_group.this[0].id : var.parameter_group_name
  tags                                  = merge(var.tags, var.db_instance_tags)
}
resource "aws_db_subnet_group" "this" {
  count      = var.create_db_subnet_group ? 1 : 0
  name       = var.db_subnet_group_name
  subnet_ids = var.subnet_ids
  tags       = var.tags
}
resource "aws_db_parameter_group" "this" {
  count  = var.create_db_parameter_group ? 1 : 0
  name   = var.parameter_group_name
  family = var.family
  dynamic "parameter" {
    for_each = var.parameters
    content {
      name         = parameter.value.name
      value        = parameter.value.value
      apply_method = try(parameter.value.apply_method, null)
    }
  }
  tags = var.tags
}
resource "aws_cloudwatch_log_group" "this" {
  for_each          = toset(var.create_cloudwatch_log_group ? var.enabled_cloudwatch_logs_exports : [])
  name              = each.value
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
  tags              = var.tags
}
output "db_instance_identifier" { value = one(aws_db_instance.this[*].identifier) }
output "db_instance_id" { value = one(aws_db_instance.this[*].id) }
output "db_instance_arn" { value = one(aws_db_instance.this[*].arn) }
output "db_instance_endpoint" { value = one(aws_db_instance.this[*].endpoint) }
output "db_instance_address" { value = one(aws_db_instance.this[*].address) }
output "db_subnet_group_id" { value = one(aws_db_subnet_group.this[*].id) }
`,
  },
  {
    sources: ['terraform-aws-modules/rds-aurora/aws'],
    major: 9,
    text: `
defaults {
  create                          = true
  create_cluster                  = true
  create_db_subnet_group          = false
  create_security_group           = true
  is_primary_cluster              = true
  storage_encrypted               = true
  engine_mode                     = "provisioned"
  instances                       = {}
  monitoring_interval             = 0
  skip_final_snapshot             = false
  enabled_cloudwatch_logs_exports = []
  autoscaling_enabled             = false
  autoscaling_min_capacity        = 0
  autoscaling_max_capacity        = 2
  autoscaling_target_cpu          = 70
  predefined_metric_type          = "RDSReaderAverageCPUUtilization"
  subnets                         = []
  vpc_security_group_ids          = []
  tags                            = {}
  serverlessv2_scaling_configuration = {}
  scaling_configuration           = {}
  security_group_rules            = {}
}
locals {
  create        = var.create && var.create_cluster
  is_serverless = var.engine_mode == "serverless"
}
resource "aws_rds_cluster" "this" {
  count = local.create ? 1 : 0
  cluster_identifier                  = var.name
  engine                              = var.engine
  engine_mode                         = var.engine_mode
  engine_version                      = var.engine_version
  database_name                       = var.database_name
  master_username                     = var.master_username
  master_password                     = var.master_password
  manage_master_user_password         = var.manage_master_user_password != null ? var.manage_master_user_password : (var.module_major >= 8 ? true : null)
  backup_retention_period             = var.backup_retention_period != null ? var.backup_retention_period : (var.module_major >= 8 ? null : 7)
  preferred_backup_window             = var.preferred_backup_window
  backtrack_window                    = var.backtrack_window
  deletion_protection                 = var.deletion_protection
  skip_final_snapshot                 = var.skip_final_snapshot
  copy_tags_to_snapshot               = var.copy_tags_to_snapshot
  storage_encrypted                   = var.storage_encrypted
  kms_key_id                          = var.kms_key_id
  storage_type                        = var.storage_type
  allocated_storage                   = var.allocated_storage
  db_cluster_instance_class           = var.db_cluster_instance_class
  availability_zones                  = var.availability_zones
  iam_database_authentication_enabled = var.iam_database_authentication_enabled
  enabled_cloudwatch_logs_exports     = var.enabled_cloudwatch_logs_exports
  performance_insights_enabled        = var.cluster_performance_insights_enabled
  global_cluster_identifier           = var.global_cluster_identifier
  replication_source_identifier       = var.replication_source_identifier
  snapshot_identifier                 = var.snapshot_identifier
  port                                = var.port
  db_subnet_group_name                = var.create_db_subnet_group ? aws_db_subnet_group.this[0].name : var.db_subnet_group_name
  vpc_security_group_ids              = compact(concat(aws_security_group.this[*].id, var.vpc_security_group_ids))
  dynamic "serverlessv2_scaling_configuration" {
    for_each = length(var.serverlessv2_scaling_configuration) > 0 ? [var.serverlessv2_scaling_configuration] : []
    content {
      min_capacity = serverlessv2_scaling_configuration.value.min_capacity
      max_capacity = serverlessv2_scaling_configuration.value.max_capacity
    }
  }
  dynamic "scaling_configuration" {
    for_each = length(var.scaling_configuration) > 0 && local.is_serverless ? [var.scaling_configuration] : []
    content {
      min_capacity = try(scaling_configuration.value.min_capacity, null)
      max_capacity = try(scaling_configuration.value.max_capacity, null)
      auto_pause   = try(scaling_configuration.value.auto_pause, null)
    }
  }
  tags = var.tags
}
resource "aws_rds_cluster_instance" "this" {
  for_each = local.create && !local.is_serverless ? var.instances : {}
  identifier                            = try(each.value.identifier, null)
  cluster_identifier                    = aws_rds_cluster.this[0].id
  engine                                = var.engine
  instance_class                        = try(each.value.instance_class, var.cluster_instance_class != null ? var.cluster_instance_class : var.instance_class)
  availability_zone                     = try(each.value.availability_zone, null)
  publicly_accessible                   = try(each.value.publicly_accessible, var.publicly_accessible)
  auto_minor_version_upgrade            = try(each.value.auto_minor_version_upgrade, var.auto_minor_version_upgrade)
  performance_insights_enabled          = try(each.value.performance_insights_enabled, var.performance_insights_enabled, null)
  performance_insights_retention_period = try(each.value.performance_insights_retention_period, var.performance_insights_retention_period)
  monitoring_interval                   = try(each.value.monitoring_interval, var.monitoring_interval)
  promotion_tier                        = try(each.value.promotion_tier, null)
  ca_cert_identifier                    = var.ca_cert_identifier
  tags                                  = var.tags
}
resource "aws_db_subnet_group" "this" {
  count      = local.create && var.create_db_subnet_group ? 1 : 0
  name       = var.db_subnet_group_name
  subnet_ids = var.subnets
}
resource "aws_security_group" "this" {
  count  = local.create && var.create_security_group ? 1 : 0
  name   = var.name
  vpc_id = var.vpc_id
  tags   = var.tags
}
resource "aws_appautoscaling_target" "this" {
  count              = local.create && var.autoscaling_enabled && !local.is_serverless ? 1 : 0
  min_capacity       = var.autoscaling_min_capacity
  max_capacity       = var.autoscaling_max_capacity
  resource_id        = aws_rds_cluster.this[0].id
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  service_namespace  = "rds"
}
resource "aws_appautoscaling_policy" "this" {
  count              = local.create && var.autoscaling_enabled && !local.is_serverless ? 1 : 0
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.this[0].resource_id
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  service_namespace  = "rds"
  target_tracking_scaling_policy_configuration {
    target_value = var.autoscaling_target_cpu
    predefined_metric_specification { predefined_metric_type = var.predefined_metric_type }
  }
}
output "cluster_id" { value = one(aws_rds_cluster.this[*].id) }
output "cluster_arn" { value = one(aws_rds_cluster.this[*].arn) }
output "cluster_endpoint" { value = one(aws_rds_cluster.this[*].endpoint) }
output "security_group_id" { value = one(aws_security_group.this[*].id) }
`,
  },
];
