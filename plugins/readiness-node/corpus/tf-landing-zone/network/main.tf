provider "aws" {
  region = "eu-central-1"
  assume_role {
    role_arn = "arn:aws:iam::333344445555:role/terraform"
  }
}

resource "aws_ec2_transit_gateway" "this" {
  description                     = "central"
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
}

resource "aws_vpc" "egress" {
  cidr_block = "100.64.0.0/20"
}

resource "aws_subnet" "egress" {
  for_each          = { a = 0, b = 1, c = 2 }
  vpc_id            = aws_vpc.egress.id
  availability_zone = "eu-central-1${each.key}"
  cidr_block        = cidrsubnet(aws_vpc.egress.cidr_block, 4, each.value)
}

resource "aws_flow_log" "egress" {
  vpc_id               = aws_vpc.egress.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::ministry-lz-flow-logs"
}

resource "aws_vpc" "inspection" {
  cidr_block = "100.64.16.0/20"
}

resource "aws_default_security_group" "egress" {
  vpc_id = aws_vpc.egress.id
}

resource "aws_ec2_client_vpn_endpoint" "admins" {
  description            = "administrators"
  server_certificate_arn = var.vpn_certificate_arn
  client_cidr_block      = "10.255.0.0/20"
  authentication_options {
    type              = "federated-authentication"
    saml_provider_arn = var.saml_provider_arn
  }
  connection_log_options {
    enabled              = true
    cloudwatch_log_group = aws_cloudwatch_log_group.vpn.name
  }
}

resource "aws_cloudwatch_log_group" "vpn" {
  name              = "/vpn/admins"
  retention_in_days = 180
}

resource "aws_route53_zone" "internal" {
  name = "internal.ministry.example.org"
  vpc {
    vpc_id = aws_vpc.egress.id
  }
}

resource "aws_networkfirewall_firewall" "this" {
  name                = "inspection"
  vpc_id              = aws_vpc.inspection.id
  firewall_policy_arn = var.firewall_policy_arn
  delete_protection   = true
  subnet_mapping {
    subnet_id = aws_subnet.egress["a"].id
  }
}

variable "vpn_certificate_arn" {
  type        = string
  description = "Server certificate of the VPN"
}

variable "saml_provider_arn" {
  type        = string
  description = "Identity provider"
}

variable "firewall_policy_arn" {
  type        = string
  description = "Policy, maintained by the SOC"
}
