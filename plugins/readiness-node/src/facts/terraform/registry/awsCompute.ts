import type { RegistryModule } from './registryModule';

/** Autoscaling, EC2 and Lambda modules of terraform-aws-modules. */
export const awsComputeModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/autoscaling/aws'],
    major: 9,
    text: `
defaults {
  create                     = true
  create_launch_template     = true
  create_scaling_policy      = true
  create_schedule            = true
  use_mixed_instances_policy = false
  scaling_policies           = {}
  schedules                  = {}
  block_device_mappings      = []
  enable_monitoring          = true
  metadata_options           = {}
  tags                       = {}
}
locals {
  policies  = var.scaling_policies != null ? var.scaling_policies : {}
  schedules = var.schedules != null ? var.schedules : {}
  refresh   = try(length(var.instance_refresh) > 0 ? [var.instance_refresh] : [], [])
}
resource "aws_autoscaling_group" "this" {
  count                     = var.create ? 1 : 0
  name                      = var.name
  min_size                  = var.min_size
  max_size                  = var.max_size
  desired_capacity          = var.desired_capacity
  vpc_zone_identifier       = var.vpc_zone_identifier
  availability_zones        = var.availability_zones
  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  target_group_arns         = var.target_group_arns
  load_balancers            = var.load_balancers
  capacity_rebalance        = var.capacity_rebalance
  enabled_metrics           = var.enabled_metrics
  dynamic "launch_template" {
    for_each = var.use_mixed_instances_policy ? [] : [1]
    content { id = try(aws_launch_template.this[0].id, var.launch_template_id) }
  }
  dynamic "mixed_instances_policy" {
    for_each = var.use_mixed_instances_policy ? [var.mixed_instances_policy] : []
    content {
      dynamic "instances_distribution" {
        for_each = try([mixed_instances_policy.value.instances_distribution], [])
        content {
          on_demand_base_capacity                  = try(instances_distribution.value.on_demand_base_capacity, null)
          on_demand_percentage_above_base_capacity = try(instances_distribution.value.on_demand_percentage_above_base_capacity, null)
          spot_allocation_strategy                 = try(instances_distribution.value.spot_allocation_strategy, null)
        }
      }
    }
  }
  dynamic "instance_refresh" {
    for_each = local.refresh
    content {
      strategy = instance_refresh.value.strategy
      dynamic "preferences" {
        for_each = try([instance_refresh.value.preferences], [])
        content { min_healthy_percentage = try(preferences.value.min_healthy_percentage, null) }
      }
    }
  }
  lifecycle { create_before_destroy = true }
}
resource "aws_launch_template" "this" {
  count         = var.create && var.create_launch_template ? 1 : 0
  name          = var.launch_template_name
  image_id      = var.image_id
  instance_type = var.instance_type
  key_name      = var.key_name
  user_data     = var.user_data
  ebs_optimized = var.ebs_optimized
  vpc_security_group_ids = var.security_groups
  monitoring { enabled = var.enable_monitoring }
  dynamic "metadata_options" {
    for_each = length(var.metadata_options) > 0 ? [var.metadata_options] : (var.module_major >= 9 ? [{ http_tokens = "required", http_endpoint = "enabled" }] : [])
    content {
      http_tokens                 = try(metadata_options.value.http_tokens, null)
      http_endpoint               = try(metadata_options.value.http_endpoint, null)
      http_put_response_hop_limit = try(metadata_options.value.http_put_response_hop_limit, null)
    }
  }
  dynamic "block_device_mappings" {
    for_each = var.block_device_mappings
    content {
      device_name = try(block_device_mappings.value.device_name, null)
      dynamic "ebs" {
        for_each = try(flatten([block_device_mappings.value.ebs]), [])
        content {
          encrypted   = try(ebs.value.encrypted, null)
          kms_key_id  = try(ebs.value.kms_key_id, null)
          volume_type = try(ebs.value.volume_type, null)
          volume_size = try(ebs.value.volume_size, null)
        }
      }
    }
  }
  dynamic "instance_market_options" {
    for_each = var.instance_market_options != null ? [var.instance_market_options] : []
    content { market_type = try(instance_market_options.value.market_type, null) }
  }
}
resource "aws_autoscaling_policy" "this" {
  for_each               = var.create && var.create_scaling_policy ? local.policies : {}
  name                   = try(each.value.name, each.key)
  autoscaling_group_name = aws_autoscaling_group.this[0].name
  policy_type            = try(each.value.policy_type, null)
  dynamic "target_tracking_configuration" {
    for_each = try([each.value.target_tracking_configuration], [])
    content {
      target_value = target_tracking_configuration.value.target_value
      dynamic "predefined_metric_specification" {
        for_each = try([target_tracking_configuration.value.predefined_metric_specification], [])
        content { predefined_metric_type = predefined_metric_specification.value.predefined_metric_type }
      }
    }
  }
}
resource "aws_autoscaling_schedule" "this" {
  for_each               = var.create && var.create_schedule ? local.schedules : {}
  scheduled_action_name  = each.key
  autoscaling_group_name = aws_autoscaling_group.this[0].name
  min_size               = try(each.value.min_size, null)
  max_size               = try(each.value.max_size, null)
  desired_capacity       = try(each.value.desired_capacity, null)
  recurrence             = try(each.value.recurrence, null)
}
output "autoscaling_group_id" { value = one(aws_autoscaling_group.this[*].id) }
output "autoscaling_group_name" { value = one(aws_autoscaling_group.this[*].name) }
output "autoscaling_group_arn" { value = one(aws_autoscaling_group.this[*].arn) }
output "launch_template_id" { value = one(aws_launch_template.this[*].id) }
`,
  },
  {
    sources: ['terraform-aws-modules/ec2-instance/aws'],
    major: 6,
    text: `
defaults {
  create               = true
  create_spot_instance = false
  instance_type        = "t3.micro"
  root_block_device    = []
  ebs_block_device     = []
  tags                 = {}
}
resource "aws_instance" "this" {
  count                       = var.create ? 1 : 0
  ami                         = var.ami
  instance_type               = var.instance_type
  availability_zone           = var.availability_zone
  subnet_id                   = var.subnet_id
  vpc_security_group_ids      = var.vpc_security_group_ids
  key_name                    = var.key_name
  monitoring                  = var.monitoring
  ebs_optimized               = var.ebs_optimized
  associate_public_ip_address = var.associate_public_ip_address
  iam_instance_profile        = var.iam_instance_profile
  disable_api_termination     = var.disable_api_termination
  user_data                   = var.user_data
  user_data_base64            = var.user_data_base64
  metadata_options {
    http_endpoint = try(var.metadata_options.http_endpoint, "enabled")
    http_tokens   = try(var.metadata_options.http_tokens, var.module_major >= 6 ? "required" : "optional")
    http_put_response_hop_limit = try(var.metadata_options.http_put_response_hop_limit, 1)
  }
  dynamic "instance_market_options" {
    for_each = var.create_spot_instance ? [1] : []
    content { market_type = "spot" }
  }
  dynamic "root_block_device" {
    for_each = flatten([var.root_block_device])
    content {
      encrypted   = try(root_block_device.value.encrypted, null)
      kms_key_id  = try(root_block_device.value.kms_key_id, null)
      volume_type = try(root_block_device.value.type, root_block_device.value.volume_type, null)
      volume_size = try(root_block_device.value.size, root_block_device.value.volume_size, null)
    }
  }
  dynamic "ebs_block_device" {
    for_each = var.ebs_block_device
    content {
      device_name = try(ebs_block_device.value.device_name, null)
      encrypted   = try(ebs_block_device.value.encrypted, null)
      volume_type = try(ebs_block_device.value.volume_type, null)
      volume_size = try(ebs_block_device.value.volume_size, null)
    }
  }
  tags = var.tags
}
output "id" { value = one(aws_instance.this[*].id) }
output "arn" { value = one(aws_instance.this[*].arn) }
output "private_ip" { value = one(aws_instance.this[*].private_ip) }
`,
  },
  {
    sources: ['terraform-aws-modules/lambda/aws'],
    major: 8,
    text: `
defaults {
  create                         = true
  create_function                = true
  create_role                    = true
  memory_size                    = 128
  timeout                        = 3
  reserved_concurrent_executions = -1
  environment_variables          = {}
  use_existing_cloudwatch_log_group = false
  package_type                   = "Zip"
  publish                        = false
  tags                           = {}
}
resource "aws_lambda_function" "this" {
  count                          = var.create && var.create_function ? 1 : 0
  function_name                  = var.function_name
  role                           = var.create_role ? aws_iam_role.lambda[0].arn : var.lambda_role
  handler                        = var.handler
  runtime                        = var.runtime
  memory_size                    = var.memory_size
  timeout                        = var.timeout
  package_type                   = var.package_type
  image_uri                      = var.image_uri
  publish                        = var.publish
  architectures                  = var.architectures
  kms_key_arn                    = var.kms_key_arn
  reserved_concurrent_executions = var.reserved_concurrent_executions
  dynamic "environment" {
    for_each = length(var.environment_variables) > 0 ? [1] : []
    content { variables = var.environment_variables }
  }
  dynamic "dead_letter_config" {
    for_each = var.dead_letter_target_arn != null ? [1] : []
    content { target_arn = var.dead_letter_target_arn }
  }
  dynamic "tracing_config" {
    for_each = var.tracing_mode != null ? [1] : []
    content { mode = var.tracing_mode }
  }
  dynamic "vpc_config" {
    for_each = var.vpc_subnet_ids != null ? [1] : []
    content {
      subnet_ids         = var.vpc_subnet_ids
      security_group_ids = var.vpc_security_group_ids
    }
  }
  tags = var.tags
}
resource "aws_cloudwatch_log_group" "lambda" {
  count             = var.create && var.create_function && !var.use_existing_cloudwatch_log_group ? 1 : 0
  name              = "/aws/lambda"
  retention_in_days = var.cloudwatch_logs_retention_in_days
  kms_key_id        = var.cloudwatch_logs_kms_key_id
}
resource "aws_iam_role" "lambda" {
  count = var.create && var.create_function && var.create_role ? 1 : 0
  name  = var.role_name != null ? var.role_name : var.function_name
}
output "lambda_function_arn" { value = one(aws_lambda_function.this[*].arn) }
output "lambda_function_name" { value = one(aws_lambda_function.this[*].function_name) }
output "lambda_function_invoke_arn" { value = one(aws_lambda_function.this[*].invoke_arn) }
`,
  },
];
