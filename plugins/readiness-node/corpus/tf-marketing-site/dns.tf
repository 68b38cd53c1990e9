resource "aws_acm_certificate" "cdn" {
  provider                  = aws.us_east_1
  domain_name               = "www.${var.domain}"
  subject_alternative_names = ["campaign.${var.domain}"]
  validation_method         = "DNS"
}

resource "aws_route53_record" "validation" {
  for_each = { for o in aws_acm_certificate.cdn.domain_validation_options : o.domain_name => o }
  zone_id  = data.aws_route53_zone.main.zone_id
  name     = each.value.resource_record_name
  type     = each.value.resource_record_type
  records  = [each.value.resource_record_value]
  ttl      = 300
}

resource "aws_acm_certificate_validation" "cdn" {
  provider                = aws.us_east_1
  certificate_arn         = aws_acm_certificate.cdn.arn
  validation_record_fqdns = [for r in aws_route53_record.validation : r.fqdn]
}

resource "aws_route53_record" "site" {
  for_each = local.sites
  zone_id  = data.aws_route53_zone.main.zone_id
  name     = each.key
  type     = "A"
  alias {
    name                   = aws_cloudfront_distribution.site[each.key].domain_name
    zone_id                = aws_cloudfront_distribution.site[each.key].hosted_zone_id
    evaluate_target_health = false
  }
}
