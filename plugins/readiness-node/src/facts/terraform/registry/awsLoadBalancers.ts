import type { RegistryModule } from './registryModule';

/** The load balancer module of terraform-aws-modules, up to 8 with lists and from 9 with maps. */
export const awsLoadBalancerModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/alb/aws'],
    major: 9,
    text: `
defaults {
  create                      = true
  create_lb                   = true
  load_balancer_type          = "application"
  access_logs                 = {}
  connection_logs             = {}
  listeners                   = {}
  target_groups               = {}
  http_tcp_listeners          = []
  https_listeners             = []
  create_security_group       = true
  security_groups             = []
  security_group_ingress_rules = {}
  security_group_rules        = {}
  default_port                = 80
  default_protocol            = "HTTP"
  tags                        = {}
}
locals {
  create = var.create && var.create_lb
  modern = var.module_major >= 9
}
resource "aws_lb" "this" {
  count                            = local.create ? 1 : 0
  name                             = var.name
  load_balancer_type               = var.load_balancer_type
  internal                         = var.internal
  subnets                          = var.subnets
  security_groups                  = concat(aws_security_group.this[*].id, var.security_groups)
  enable_deletion_protection       = var.enable_deletion_protection != null ? var.enable_deletion_protection : local.modern
  enable_cross_zone_load_balancing = var.enable_cross_zone_load_balancing != null ? var.enable_cross_zone_load_balancing : local.modern
  drop_invalid_header_fields       = var.drop_invalid_header_fields != null ? var.drop_invalid_header_fields : local.modern
  desync_mitigation_mode           = var.desync_mitigation_mode
  enable_http2                     = var.enable_http2
  idle_timeout                     = var.idle_timeout
  dynamic "access_logs" {
    for_each = length(var.access_logs) > 0 ? [var.access_logs] : []
    content {
      bucket  = try(access_logs.value.bucket, null)
      prefix  = try(access_logs.value.prefix, null)
      enabled = try(access_logs.value.enabled, true)
    }
  }
  tags = var.tags
}
resource "aws_lb_listener" "this" {
  for_each          = local.create && local.modern ? var.listeners : {}
  load_balancer_arn = aws_lb.this[0].arn
  port              = try(each.value.port, var.default_port)
  protocol          = try(each.value.protocol, var.default_protocol)
  ssl_policy        = contains(["HTTPS", "TLS"], try(each.value.protocol, var.default_protocol)) ? try(each.value.ssl_policy, "ELBSecurityPolicy-TLS13-1-2-Res-2021-06") : try(each.value.ssl_policy, null)
  certificate_arn   = try(each.value.certificate_arn, null)
  dynamic "default_action" {
    for_each = try([each.value.redirect], [])
    content {
      type = "redirect"
      redirect {
        port        = try(default_action.value.port, null)
        protocol    = try(default_action.value.protocol, null)
        status_code = default_action.value.status_code
      }
    }
  }
  dynamic "default_action" {
    for_each = try([each.value.forward], [])
    content {
      type             = "forward"
      target_group_arn = try(default_action.value.arn, aws_lb_target_group.this[default_action.value.target_group_key].arn, null)
    }
  }
  dynamic "default_action" {
    for_each = try([each.value.weighted_forward], [])
    content {
      type = "forward"
      dynamic "forward" {
        for_each = [default_action.value]
        content {
          dynamic "target_group" {
            for_each = try(forward.value.target_groups, [])
            content {
              arn    = try(aws_lb_target_group.this[target_group.value.target_group_key].arn, null)
              weight = try(target_group.value.weight, null)
            }
          }
        }
      }
    }
  }
  dynamic "default_action" {
    for_each = try([each.value.fixed_response], [])
    content {
      type = "fixed-response"
      fixed_response {
        content_type = default_action.value.content_type
        status_code  = try(default_action.value.status_code, null)
      }
    }
  }
}
resource "aws_lb_listener" "frontend_http_tcp" {
  count             = local.create && !local.modern ? length(var.http_tcp_listeners) : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = var.http_tcp_listeners[count.index]["port"]
  protocol          = var.http_tcp_listeners[count.index]["protocol"]
  default_action {
    type             = try(var.http_tcp_listeners[count.index].action_type, "forward")
    target_group_arn = try(aws_lb_target_group.main[try(var.http_tcp_listeners[count.index].target_group_index, count.index)].arn, null)
    dynamic "redirect" {
      for_each = try([var.http_tcp_listeners[count.index].redirect], [])
      content {
        port        = try(redirect.value.port, null)
        protocol    = try(redirect.value.protocol, null)
        status_code = try(redirect.value.status_code, null)
      }
    }
  }
}
resource "aws_lb_listener" "frontend_https" {
  count             = local.create && !local.modern ? length(var.https_listeners) : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = var.https_listeners[count.index]["port"]
  protocol          = try(var.https_listeners[count.index].protocol, "HTTPS")
  ssl_policy        = try(var.https_listeners[count.index].ssl_policy, var.listener_ssl_policy_default != null ? var.listener_ssl_policy_default : "ELBSecurityPolicy-2016-08")
  certificate_arn   = try(var.https_listeners[count.index].certificate_arn, null)
  default_action {
    type             = try(var.https_listeners[count.index].action_type, "forward")
    target_group_arn = try(aws_lb_target_group.main[try(var.https_listeners[count.index].target_group_index, count.index)].arn, null)
  }
}
resource "aws_lb_target_group" "this" {
  for_each             = local.create && local.modern ? var.target_groups : {}
  name                 = try(each.value.name, null)
  port                 = try(each.value.target_type, null) == "lambda" ? null : try(each.value.port, var.default_port)
  protocol             = try(each.value.target_type, null) == "lambda" ? null : try(each.value.protocol, var.default_protocol)
  protocol_version     = try(each.value.protocol_version, null)
  target_type          = try(each.value.target_type, null)
  vpc_id               = try(each.value.vpc_id, var.vpc_id)
  deregistration_delay = try(each.value.deregistration_delay, null)
  slow_start           = try(each.value.slow_start, null)
  dynamic "health_check" {
    for_each = try([each.value.health_check], [])
    content {
      enabled             = try(health_check.value.enabled, null)
      path                = try(health_check.value.path, null)
      port                = try(health_check.value.port, null)
      protocol            = try(health_check.value.protocol, null)
      matcher             = try(health_check.value.matcher, null)
      interval            = try(health_check.value.interval, null)
      timeout             = try(health_check.value.timeout, null)
      healthy_threshold   = try(health_check.value.healthy_threshold, null)
      unhealthy_threshold = try(health_check.value.unhealthy_threshold, null)
    }
  }
}
resource "aws_lb_target_group" "main" {
  count                = local.create && !local.modern ? length(var.target_groups) : 0
  name                 = try(var.target_groups[count.index].name, null)
  port                 = try(var.target_groups[count.index].backend_port, null)
  protocol             = try(upper(var.target_groups[count.index].backend_protocol), null)
  target_type          = try(var.target_groups[count.index].target_type, null)
  vpc_id               = var.vpc_id
  deregistration_delay = try(var.target_groups[count.index].deregistration_delay, null)
  dynamic "health_check" {
    for_each = try([var.target_groups[count.index].health_check], [])
    content {
      enabled  = try(health_check.value.enabled, null)
      path     = try(health_check.value.path, null)
      port     = try(health_check.value.port, null)
      protocol = try(health_check.value.protocol, null)
      matcher  = try(health_check.value.matcher, null)
      interval = try(health_check.value.interval, null)
    }
  }
}
resource "aws_security_group" "this" {
  count  = local.create && local.modern && var.create_security_group ? 1 : 0
  name   = var.security_group_name != null ? var.security_group_name : var.name
  vpc_id = var.vpc_id
  tags   = var.tags
}
resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each          = local.create && local.modern && var.create_security_group ? var.security_group_ingress_rules : {}
  security_group_id = aws_security_group.this[0].id
  cidr_ipv4         = try(each.value.cidr_ipv4, null)
  cidr_ipv6         = try(each.value.cidr_ipv6, null)
  from_port         = try(each.value.from_port, null)
  to_port           = try(each.value.to_port, null)
  ip_protocol       = try(each.value.ip_protocol, "tcp")
}
output "arn" { value = one(aws_lb.this[*].arn) }
output "id" { value = one(aws_lb.this[*].id) }
output "dns_name" { value = one(aws_lb.this[*].dns_name) }
output "zone_id" { value = one(aws_lb.this[*].zone_id) }
output "lb_arn" { value = one(aws_lb.this[*].arn) }
output "lb_dns_name" { value = one(aws_lb.this[*].dns_name) }
output "lb_zone_id" { value = one(aws_lb.this[*].zone_id) }
output "target_groups" { value = aws_lb_target_group.this }
output "target_group_arns" { value = aws_lb_target_group.main[*].arn }
output "security_group_id" { value = one(aws_security_group.this[*].id) }
`,
  },
];
