resource "aws_route53_zone" "shop" {
  name = "shop.acme.test"
}

resource "aws_route53_record" "checkout" {
  zone_id = aws_route53_zone.shop.zone_id
  name    = "checkout.shop.acme.test"
  type    = "CNAME"
  ttl     = 300
  records = ["ingress.shop.acme.test"]
}

module "wildcard" {
  source  = "terraform-aws-modules/acm/aws"
  version = "5.1.1"

  domain_name       = "*.shop.acme.test"
  zone_id           = aws_route53_zone.shop.zone_id
  validation_method = "DNS"
}
