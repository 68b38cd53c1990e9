import type { RegistryModule } from './registryModule';

const clusterText = `
defaults {
  create                                 = true
  create_cloudwatch_log_group            = true
  cloudwatch_log_group_retention_in_days = 90
  default_capacity_provider_strategy     = {}
  default_capacity_provider_use_fargate  = true
  fargate_capacity_providers             = {}
  autoscaling_capacity_providers         = {}
  cluster_capacity_providers             = []
  tags                                   = {}
  cluster_tags                           = {}
}
locals {
  settings  = var.setting != null ? var.setting : (var.cluster_settings != null ? var.cluster_settings : [{ name = "containerInsights", value = var.module_major >= 6 ? "enhanced" : "enabled" }])
}
resource "aws_ecs_cluster" "this" {
  count = var.create ? 1 : 0
  name  = try(coalesce(var.name, var.cluster_name), null)
  dynamic "setting" {
    for_each = flatten([local.settings])
    content {
      name  = setting.value.name
      value = setting.value.value
    }
  }
  dynamic "configuration" {
    for_each = try(length(var.cluster_configuration) > 0 ? [var.cluster_configuration] : [], [])
    content {
      dynamic "execute_command_configuration" {
        for_each = try([configuration.value.execute_command_configuration], [])
        content { logging = try(execute_command_configuration.value.logging, "DEFAULT") }
      }
    }
  }
  tags = merge(var.tags, var.cluster_tags)
}
resource "aws_cloudwatch_log_group" "this" {
  count             = var.create && var.create_cloudwatch_log_group ? 1 : 0
  name              = "/aws/ecs/cluster"
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
  tags              = var.tags
}
resource "aws_ecs_cluster_capacity_providers" "this" {
  count              = var.create && (length(var.fargate_capacity_providers) + length(var.default_capacity_provider_strategy) + length(var.cluster_capacity_providers)) > 0 ? 1 : 0
  cluster_name       = aws_ecs_cluster.this[0].name
  capacity_providers = distinct(concat(keys(var.fargate_capacity_providers), keys(var.default_capacity_provider_strategy), var.cluster_capacity_providers))
  dynamic "default_capacity_provider_strategy" {
    for_each = merge(
      { for name, provider in var.fargate_capacity_providers : name => try(provider.default_capacity_provider_strategy, {}) },
      var.default_capacity_provider_strategy,
    )
    content {
      capacity_provider = try(default_capacity_provider_strategy.value.name, default_capacity_provider_strategy.key)
      base              = try(default_capacity_provider_strategy.value.base, null)
      weight            = try(default_capacity_provider_strategy.value.weight, null)
    }
  }
}
output "id" { value = one(aws_ecs_cluster.this[*].id) }
output "arn" { value = one(aws_ecs_cluster.this[*].arn) }
output "name" { value = one(aws_ecs_cluster.this[*].name) }
output "cluster_id" { value = one(aws_ecs_cluster.this[*].id) }
output "cluster_arn" { value = one(aws_ecs_cluster.this[*].arn) }
output "cluster_name" { value = one(aws_ecs_cluster.this[*].name) }
`;

/** ECS modules of terraform-aws-modules. */
export const ecsModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/ecs/aws//modules/cluster'],
    major: 6,
    text: clusterText,
  },
  {
    sources: ['terraform-aws-modules/ecs/aws'],
    major: 6,
    text: `${clusterText}
module "service" {
  source   = "terraform-aws-modules/ecs/aws//modules/service"
  version  = var.module_major
  for_each = var.services != null ? var.services : {}

  create                             = try(each.value.create, true)
  name                               = try(each.value.name, each.key)
  cluster_arn                        = aws_ecs_cluster.this[0].arn
  desired_count                      = try(each.value.desired_count, 1)
  launch_type                        = try(each.value.launch_type, "FARGATE")
  cpu                                = try(each.value.cpu, 1024)
  memory                             = try(each.value.memory, 2048)
  container_definitions              = try(each.value.container_definitions, {})
  deployment_minimum_healthy_percent = try(each.value.deployment_minimum_healthy_percent, 66)
  deployment_maximum_percent         = try(each.value.deployment_maximum_percent, 200)
  deployment_circuit_breaker         = try(each.value.deployment_circuit_breaker, null)
  health_check_grace_period_seconds  = try(each.value.health_check_grace_period_seconds, null)
  enable_execute_command             = try(each.value.enable_execute_command, false)
  enable_autoscaling                 = try(each.value.enable_autoscaling, true)
  autoscaling_min_capacity           = try(each.value.autoscaling_min_capacity, 1)
  autoscaling_max_capacity           = try(each.value.autoscaling_max_capacity, 10)
  capacity_provider_strategy         = try(each.value.capacity_provider_strategy, null)
  load_balancer                      = try(each.value.load_balancer, {})
  service_connect_configuration      = try(each.value.service_connect_configuration, null)
  service_registries                 = try(each.value.service_registries, null)
  subnet_ids                         = try(each.value.subnet_ids, [])
  security_group_ids                 = try(each.value.security_group_ids, [])
  assign_public_ip                   = try(each.value.assign_public_ip, false)
  network_mode                       = try(each.value.network_mode, "awsvpc")
}
output "services" { value = module.service }
`,
  },
  {
    sources: ['terraform-aws-modules/ecs/aws//modules/service'],
    major: 6,
    text: `
defaults {
  create                             = true
  desired_count                      = 1
  launch_type                        = "FARGATE"
  cpu                                = 1024
  memory                             = 2048
  network_mode                       = "awsvpc"
  container_definitions              = {}
  deployment_minimum_healthy_percent = 66
  deployment_maximum_percent         = 200
  enable_autoscaling                 = true
  autoscaling_min_capacity           = 1
  autoscaling_max_capacity           = 10
  enable_execute_command             = false
  assign_public_ip                   = false
  load_balancer                      = {}
  subnet_ids                         = []
  security_group_ids                 = []
  requires_compatibilities           = ["FARGATE"]
  tags                               = {}
}
locals {
  breaker = var.deployment_circuit_breaker != null ? [var.deployment_circuit_breaker] : []
}
resource "aws_ecs_service" "this" {
  count                              = var.create ? 1 : 0
  name                               = var.name
  cluster                            = var.cluster_arn
  task_definition                    = aws_ecs_task_definition.this[0].arn
  desired_count                      = var.enable_autoscaling ? max(var.desired_count, var.autoscaling_min_capacity) : var.desired_count
  launch_type                        = var.capacity_provider_strategy == null ? var.launch_type : null
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  deployment_maximum_percent         = var.deployment_maximum_percent
  enable_execute_command             = var.enable_execute_command
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  dynamic "capacity_provider_strategy" {
    for_each = var.capacity_provider_strategy != null ? var.capacity_provider_strategy : {}
    content {
      capacity_provider = capacity_provider_strategy.value.capacity_provider
      base              = try(capacity_provider_strategy.value.base, null)
      weight            = try(capacity_provider_strategy.value.weight, null)
    }
  }
  dynamic "deployment_circuit_breaker" {
    for_each = [for breaker in local.breaker : breaker if try(breaker.enable, null) != null]
    content {
      enable   = deployment_circuit_breaker.value.enable
      rollback = deployment_circuit_breaker.value.rollback
    }
  }
  dynamic "load_balancer" {
    for_each = var.load_balancer != null ? var.load_balancer : {}
    content {
      target_group_arn = try(load_balancer.value.target_group_arn, null)
      container_name   = load_balancer.value.container_name
      container_port   = load_balancer.value.container_port
    }
  }
  dynamic "service_connect_configuration" {
    for_each = var.service_connect_configuration != null ? [var.service_connect_configuration] : []
    content {
      enabled   = try(service_connect_configuration.value.enabled, true)
      namespace = try(service_connect_configuration.value.namespace, null)
    }
  }
  dynamic "service_registries" {
    for_each = var.service_registries != null ? [var.service_registries] : []
    content { registry_arn = service_registries.value.registry_arn }
  }
  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = var.security_group_ids
    assign_public_ip = var.assign_public_ip
  }
  tags = var.tags
}
resource "aws_ecs_task_definition" "this" {
  count                    = var.create ? 1 : 0
  family                   = var.family != null ? var.family : var.name
  cpu                      = var.cpu
  memory                   = var.memory
  network_mode             = var.network_mode
  requires_compatibilities = var.requires_compatibilities
  task_role_arn            = var.tasks_iam_role_arn
  execution_role_arn       = var.task_exec_iam_role_arn
  container_definitions = jsonencode([
    for key, container in var.container_definitions : {
      name                   = try(container.name, key)
      image                  = try(container.image, null)
      essential              = try(container.essential, null)
      cpu                    = try(container.cpu, null)
      memory                 = try(container.memory, null)
      memoryReservation      = try(container.memoryReservation, container.memory_reservation, null)
      user                   = try(container.user, null)
      privileged             = try(container.privileged, false)
      readonlyRootFilesystem = try(container.readonlyRootFilesystem, container.readonly_root_filesystem, true)
      environment            = try(container.environment, [])
      secrets                = try(container.secrets, null)
      environmentFiles       = try(container.environmentFiles, container.environment_files, null)
      healthCheck            = try(container.healthCheck, container.health_check, null)
      portMappings           = try(container.portMappings, container.port_mappings, [])
      stopTimeout            = try(container.stopTimeout, container.stop_timeout, null)
      linuxParameters        = try(container.linuxParameters, container.linux_parameters, null)
      mountPoints            = try(container.mountPoints, container.mount_points, null)
      logConfiguration       = try(container.logConfiguration, container.log_configuration, try(container.enable_cloudwatch_logging, true) ? { logDriver = "awslogs" } : null)
    }
  ])
  tags = var.tags
}
resource "aws_cloudwatch_log_group" "this" {
  for_each          = { for key, container in var.container_definitions : key => container if try(container.enable_cloudwatch_logging, true) && try(container.create_cloudwatch_log_group, true) }
  name              = try(each.value.cloudwatch_log_group_name, each.key)
  retention_in_days = try(each.value.cloudwatch_log_group_retention_in_days, var.module_major >= 6 ? 14 : 30)
  kms_key_id        = try(each.value.cloudwatch_log_group_kms_key_id, null)
}
resource "aws_appautoscaling_target" "this" {
  count              = var.create && var.enable_autoscaling ? 1 : 0
  min_capacity       = var.autoscaling_min_capacity
  max_capacity       = var.autoscaling_max_capacity
  resource_id        = aws_ecs_service.this[0].id
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}
resource "aws_appautoscaling_policy" "this" {
  for_each           = toset(var.create && var.enable_autoscaling ? (var.autoscaling_policies != null ? keys(var.autoscaling_policies) : ["cpu", "memory"]) : [])
  name               = each.key
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.this[0].resource_id
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  target_tracking_scaling_policy_configuration {
    target_value = try(var.autoscaling_policies[each.key].target_tracking_scaling_policy_configuration.target_value, 75)
  }
}
output "id" { value = one(aws_ecs_service.this[*].id) }
output "name" { value = one(aws_ecs_service.this[*].name) }
output "task_definition_arn" { value = one(aws_ecs_task_definition.this[*].arn) }
`,
  },
];
