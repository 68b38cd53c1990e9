import type { RegistryModule } from './registryModule';

/** CloudFront, ACM, Route 53 and IAM role modules of terraform-aws-modules. */
export const awsEdgeModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/cloudfront/aws'],
    major: 5,
    text: `
defaults {
  create_distribution    = true
  enabled                = true
  viewer_certificate     = { cloudfront_default_certificate = true, minimum_protocol_version = "TLSv1" }
  logging_config         = {}
  origin                 = {}
  origin_group           = {}
  ordered_cache_behavior = []
  tags                   = {}
}
resource "aws_cloudfront_distribution" "this" {
  count       = var.create_distribution ? 1 : 0
  enabled     = var.enabled
  aliases     = var.aliases
  web_acl_id  = var.web_acl_id
  price_class = var.price_class
  http_version = var.http_version
  dynamic "logging_config" {
    for_each = length(var.logging_config) > 0 ? [var.logging_config] : []
    content {
      bucket = logging_config.value.bucket
      prefix = try(logging_config.value.prefix, null)
    }
  }
  dynamic "origin" {
    for_each = var.origin
    content {
      domain_name = try(origin.value.domain_name, null)
      origin_id   = try(origin.value.origin_id, origin.key)
      dynamic "custom_origin_config" {
        for_each = try([origin.value.custom_origin_config], [])
        content {
          origin_protocol_policy = try(custom_origin_config.value.origin_protocol_policy, null)
          origin_ssl_protocols   = try(custom_origin_config.value.origin_ssl_protocols, null)
        }
      }
    }
  }
  dynamic "origin_group" {
    for_each = var.origin_group
    content { origin_id = try(origin_group.value.origin_id, origin_group.key) }
  }
  dynamic "default_cache_behavior" {
    for_each = var.default_cache_behavior != null ? [var.default_cache_behavior] : []
    content {
      target_origin_id       = try(default_cache_behavior.value.target_origin_id, null)
      viewer_protocol_policy = try(default_cache_behavior.value.viewer_protocol_policy, null)
      cache_policy_id        = try(default_cache_behavior.value.cache_policy_id, null)
    }
  }
  dynamic "ordered_cache_behavior" {
    for_each = var.ordered_cache_behavior
    content {
      path_pattern           = try(ordered_cache_behavior.value.path_pattern, null)
      target_origin_id       = try(ordered_cache_behavior.value.target_origin_id, null)
      viewer_protocol_policy = try(ordered_cache_behavior.value.viewer_protocol_policy, null)
    }
  }
  viewer_certificate {
    acm_certificate_arn            = try(var.viewer_certificate.acm_certificate_arn, null)
    cloudfront_default_certificate = try(var.viewer_certificate.cloudfront_default_certificate, null)
    minimum_protocol_version       = try(var.viewer_certificate.minimum_protocol_version, "TLSv1")
    ssl_support_method             = try(var.viewer_certificate.ssl_support_method, null)
  }
  tags = var.tags
}
output "cloudfront_distribution_id" { value = one(aws_cloudfront_distribution.this[*].id) }
output "cloudfront_distribution_arn" { value = one(aws_cloudfront_distribution.this[*].arn) }
output "cloudfront_distribution_domain_name" { value = one(aws_cloudfront_distribution.this[*].domain_name) }
output "cloudfront_distribution_hosted_zone_id" { value = one(aws_cloudfront_distribution.this[*].hosted_zone_id) }
`,
  },
  {
    sources: ['terraform-aws-modules/acm/aws'],
    major: 6,
    text: `
defaults {
  create_certificate   = true
  validate_certificate = true
  validation_method    = "DNS"
  tags                 = {}
}
resource "aws_acm_certificate" "this" {
  count                     = var.create_certificate ? 1 : 0
  domain_name               = var.domain_name
  subject_alternative_names = var.subject_alternative_names
  validation_method         = var.validation_method
  tags                      = var.tags
  lifecycle { create_before_destroy = true }
}
resource "aws_acm_certificate_validation" "this" {
  count           = var.create_certificate && var.validate_certificate ? 1 : 0
  certificate_arn = aws_acm_certificate.this[0].arn
}
output "acm_certificate_arn" { value = one(aws_acm_certificate.this[*].arn) }
`,
  },
  {
    sources: ['terraform-aws-modules/route53/aws//modules/zones'],
    major: 4,
    text: `
defaults {
  create = true
  zones  = {}
  tags   = {}
}
resource "aws_route53_zone" "this" {
  for_each = var.create ? var.zones : {}
  name     = try(each.value.domain_name, each.key)
  tags     = var.tags
}
output "route53_zone_zone_id" { value = { for key, zone in aws_route53_zone.this : key => zone.zone_id } }
`,
  },
  {
    sources: ['terraform-aws-modules/route53/aws//modules/records'],
    major: 4,
    text: `
defaults {
  create  = true
  records = []
}
resource "aws_route53_record" "this" {
  for_each = var.create ? { for record in var.records : join(" ", compact([try(record.name, ""), record.type, try(record.set_identifier, "")])) => record } : {}
  zone_id  = var.zone_id
  name     = try(each.value.name, "")
  type     = each.value.type
  ttl      = try(each.value.ttl, null)
  records  = try(each.value.records, null)
  set_identifier  = try(each.value.set_identifier, null)
  health_check_id = try(each.value.health_check_id, null)
  dynamic "failover_routing_policy" {
    for_each = try([each.value.failover_routing_policy], [])
    content { type = failover_routing_policy.value.type }
  }
  dynamic "weighted_routing_policy" {
    for_each = try([each.value.weighted_routing_policy], [])
    content { weight = weighted_routing_policy.value.weight }
  }
  dynamic "latency_routing_policy" {
    for_each = try([each.value.latency_routing_policy], [])
    content { region = latency_routing_policy.value.region }
  }
}
`,
  },
  {
    sources: [
      'terraform-aws-modules/iam/aws//modules/iam-role-for-service-accounts-eks',
      'terraform-aws-modules/iam/aws//modules/iam-role-for-service-accounts',
      'terraform-aws-modules/iam/aws//modules/iam-assumable-role',
      'terraform-aws-modules/iam/aws//modules/iam-assumable-role-with-oidc',
      'terraform-aws-modules/iam/aws//modules/iam-eks-role',
      'terraform-aws-modules/iam/aws//modules/iam-role',
      'terraform-aws-modules/iam/aws//modules/iam-github-oidc-role',
    ],
    major: 5,
    text: `
defaults {
  create_role      = true
  role_policy_arns = {}
  tags             = {}
}
resource "aws_iam_role" "this" {
  count                = var.create_role ? 1 : 0
  name                 = var.role_name != null ? var.role_name : var.name
  permissions_boundary = var.role_permissions_boundary_arn
  tags                 = var.tags
}
resource "aws_iam_role_policy_attachment" "this" {
  for_each   = try(tomap(var.role_policy_arns), {})
  role       = aws_iam_role.this[0].name
  policy_arn = each.value
}
output "iam_role_arn" { value = one(aws_iam_role.this[*].arn) }
output "iam_role_name" { value = one(aws_iam_role.this[*].name) }
output "arn" { value = one(aws_iam_role.this[*].arn) }
output "name" { value = one(aws_iam_role.this[*].name) }
`,
  },
  {
    sources: ['terraform-aws-modules/iam/aws//modules/iam-policy'],
    major: 5,
    text: `
defaults {
  create_policy = true
  tags          = {}
}
resource "aws_iam_policy" "policy" {
  count  = try(var.create_policy, true) ? 1 : 0
  name   = var.name
  path   = var.path
  policy = var.policy
  tags   = var.tags
}
output "arn" { value = one(aws_iam_policy.policy[*].arn) }
`,
  },
];
