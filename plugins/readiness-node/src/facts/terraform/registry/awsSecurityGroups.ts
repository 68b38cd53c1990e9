import type { RegistryModule } from './registryModule';

/** Named rules of the module: from, to, protocol. */
const RULES = `{
    all-all              = [-1, -1, "-1"]
    all-tcp              = [0, 65535, "tcp"]
    all-udp              = [0, 65535, "udp"]
    all-icmp             = [-1, -1, "icmp"]
    ssh-tcp              = [22, 22, "tcp"]
    http-80-tcp          = [80, 80, "tcp"]
    http-8080-tcp        = [8080, 8080, "tcp"]
    https-443-tcp        = [443, 443, "tcp"]
    https-8443-tcp       = [8443, 8443, "tcp"]
    rdp-tcp              = [3389, 3389, "tcp"]
    rdp-udp              = [3389, 3389, "udp"]
    mysql-tcp            = [3306, 3306, "tcp"]
    postgresql-tcp       = [5432, 5432, "tcp"]
    mssql-tcp            = [1433, 1433, "tcp"]
    oracle-db-tcp        = [1521, 1521, "tcp"]
    redis-tcp            = [6379, 6379, "tcp"]
    memcached-tcp        = [11211, 11211, "tcp"]
    mongodb-27017-tcp    = [27017, 27017, "tcp"]
    elasticsearch-rest-tcp = [9200, 9200, "tcp"]
    kafka-broker-tcp     = [9092, 9092, "tcp"]
    kubernetes-api-tcp   = [6443, 6443, "tcp"]
    nfs-tcp              = [2049, 2049, "tcp"]
    dns-tcp              = [53, 53, "tcp"]
    dns-udp              = [53, 53, "udp"]
    openvpn-udp          = [1194, 1194, "udp"]
    openvpn-tcp          = [943, 943, "tcp"]
    winrm-http-tcp       = [5985, 5985, "tcp"]
    winrm-https-tcp      = [5986, 5986, "tcp"]
  }`;

const groupText = (ownRules: string) => `
defaults {
  create                   = true
  create_sg                = true
  ingress_rules            = []
  ingress_cidr_blocks      = []
  ingress_ipv6_cidr_blocks = []
  ingress_prefix_list_ids  = []
  ingress_with_cidr_blocks = []
  ingress_with_ipv6_cidr_blocks = []
  ingress_with_source_security_group_id = []
  ingress_with_self        = []
  egress_rules             = []
  egress_cidr_blocks       = ["0.0.0.0/0"]
  egress_with_cidr_blocks  = []
  auto_ingress_rules       = ${ownRules}
  tags                     = {}
}
locals {
  create = var.create && var.create_sg
  rules  = merge(${RULES}, var.rules != null ? var.rules : {})
}
resource "aws_security_group" "this" {
  count       = local.create ? 1 : 0
  name        = var.name
  description = var.description
  vpc_id      = var.vpc_id
  tags        = var.tags
}
resource "aws_security_group_rule" "ingress_rules" {
  for_each          = toset(local.create && length(concat(var.ingress_cidr_blocks, var.ingress_ipv6_cidr_blocks, var.ingress_prefix_list_ids)) > 0 ? concat(var.auto_ingress_rules, var.ingress_rules) : [])
  security_group_id = aws_security_group.this[0].id
  type              = "ingress"
  cidr_blocks       = var.ingress_cidr_blocks
  ipv6_cidr_blocks  = var.ingress_ipv6_cidr_blocks
  from_port         = local.rules[each.value][0]
  to_port           = local.rules[each.value][1]
  protocol          = local.rules[each.value][2]
}
resource "aws_security_group_rule" "ingress_with_cidr_blocks" {
  for_each          = local.create ? { for index, rule in var.ingress_with_cidr_blocks : tostring(index) => rule } : {}
  security_group_id = aws_security_group.this[0].id
  type              = "ingress"
  cidr_blocks       = try(compact(split(",", each.value.cidr_blocks)), var.ingress_cidr_blocks)
  description       = try(each.value.description, null)
  from_port         = try(each.value.from_port, local.rules[each.value.rule][0])
  to_port           = try(each.value.to_port, local.rules[each.value.rule][1])
  protocol          = try(each.value.protocol, local.rules[each.value.rule][2])
}
resource "aws_security_group_rule" "ingress_with_ipv6_cidr_blocks" {
  for_each          = local.create ? { for index, rule in var.ingress_with_ipv6_cidr_blocks : tostring(index) => rule } : {}
  security_group_id = aws_security_group.this[0].id
  type              = "ingress"
  ipv6_cidr_blocks  = try(compact(split(",", each.value.ipv6_cidr_blocks)), var.ingress_ipv6_cidr_blocks)
  from_port         = try(each.value.from_port, local.rules[each.value.rule][0])
  to_port           = try(each.value.to_port, local.rules[each.value.rule][1])
  protocol          = try(each.value.protocol, local.rules[each.value.rule][2])
}
resource "aws_security_group_rule" "ingress_with_source_security_group_id" {
  for_each                 = local.create ? { for index, rule in var.ingress_with_source_security_group_id : tostring(index) => rule } : {}
  security_group_id        = aws_security_group.this[0].id
  type                     = "ingress"
  source_security_group_id = each.value.source_security_group_id
  from_port                = try(each.value.from_port, local.rules[each.value.rule][0])
  to_port                  = try(each.value.to_port, local.rules[each.value.rule][1])
  protocol                 = try(each.value.protocol, local.rules[each.value.rule][2])
}
resource "aws_security_group_rule" "egress_rules" {
  for_each          = toset(local.create ? var.egress_rules : [])
  security_group_id = aws_security_group.this[0].id
  type              = "egress"
  cidr_blocks       = var.egress_cidr_blocks
  from_port         = local.rules[each.value][0]
  to_port           = local.rules[each.value][1]
  protocol          = local.rules[each.value][2]
}
output "security_group_id" { value = one(aws_security_group.this[*].id) }
output "security_group_arn" { value = one(aws_security_group.this[*].arn) }
output "security_group_name" { value = one(aws_security_group.this[*].name) }
`;

/** Parts of the module for one kind of traffic, with the rules they add. */
const PARTS: Readonly<Record<string, string>> = {
  'http-80': '["http-80-tcp"]',
  'http-8080': '["http-8080-tcp"]',
  'https-443': '["https-443-tcp"]',
  'https-8443': '["https-8443-tcp"]',
  ssh: '["ssh-tcp"]',
  rdp: '["rdp-tcp", "rdp-udp"]',
  web: '["http-80-tcp", "http-8080-tcp", "https-443-tcp"]',
  mysql: '["mysql-tcp"]',
  postgresql: '["postgresql-tcp"]',
  mssql: '["mssql-tcp"]',
  redis: '["redis-tcp"]',
  memcached: '["memcached-tcp"]',
  nfs: '["nfs-tcp"]',
};

/** The security group module of terraform-aws-modules and its parts. */
export const awsSecurityGroupModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/security-group/aws'],
    major: 5,
    text: groupText('[]'),
  },
  ...Object.entries(PARTS).map(([part, rules]) => ({
    sources: [`terraform-aws-modules/security-group/aws//modules/${part}`],
    major: 5,
    text: groupText(rules),
  })),
];
