resource "aws_cloudwatch_log_group" "vpn" {
  name              = "/vpn/${var.environment}"
  retention_in_days = 180
}

resource "aws_ec2_client_vpn_endpoint" "staff" {
  description            = "Staff, single sign-on"
  client_cidr_block      = "10.252.0.0/22"
  server_certificate_arn = module.wildcard.acm_certificate_arn
  split_tunnel           = true
  vpc_id                 = module.vpc.vpc_id

  authentication_options {
    type              = "federated-authentication"
    saml_provider_arn = "arn:aws:iam::111122223333:saml-provider/staff"
  }

  connection_log_options {
    enabled              = true
    cloudwatch_log_group = aws_cloudwatch_log_group.vpn.name
  }
}
