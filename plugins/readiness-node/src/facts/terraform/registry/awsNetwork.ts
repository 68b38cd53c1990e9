import type { RegistryModule } from './registryModule';

const subnets = (tier: string, input: string, isPublic = false) => `
resource "aws_subnet" "${tier}" {
  count                   = var.create_vpc ? length(var.${input}) : 0
  vpc_id                  = aws_vpc.this[0].id
  cidr_block              = element(var.${input}, count.index)
  availability_zone       = element(var.azs, count.index)
  map_public_ip_on_launch = ${
    isPublic
      ? 'var.map_public_ip_on_launch != null ? var.map_public_ip_on_launch : var.module_major < 4'
      : 'false'
  }
  tags                    = var.tags
}
output "${input}" { value = aws_subnet.${tier}[*].id }
output "${tier}_subnet_arns" { value = aws_subnet.${tier}[*].arn }
`;

/** The VPC module of terraform-aws-modules and its endpoints. */
export const awsNetworkModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/vpc/aws'],
    major: 5,
    text: `
defaults {
  create_vpc             = true
  create_igw             = true
  cidr                   = "10.0.0.0/16"
  azs                    = []
  public_subnets         = []
  private_subnets        = []
  database_subnets       = []
  elasticache_subnets    = []
  redshift_subnets       = []
  intra_subnets          = []
  outpost_subnets        = []
  enable_nat_gateway     = false
  single_nat_gateway     = false
  one_nat_gateway_per_az = false
  enable_vpn_gateway     = false
  enable_dns_support     = true
  enable_flow_log        = false
  create_flow_log_cloudwatch_log_group = false
  create_flow_log_cloudwatch_iam_role  = false
  flow_log_destination_type = "cloud-watch-logs"
  flow_log_traffic_type     = "ALL"
  create_database_subnet_group = true
  manage_default_security_group = true
  default_security_group_ingress = []
  default_security_group_egress  = []
  tags                   = {}
}
resource "aws_vpc" "this" {
  count                = var.create_vpc ? 1 : 0
  cidr_block           = var.cidr
  enable_dns_support   = var.enable_dns_support
  enable_dns_hostnames = var.enable_dns_hostnames != null ? var.enable_dns_hostnames : var.module_major >= 4
  instance_tenancy     = var.instance_tenancy
  tags                 = var.tags
}
${subnets('public', 'public_subnets', true)}
${subnets('private', 'private_subnets')}
${subnets('database', 'database_subnets')}
${subnets('elasticache', 'elasticache_subnets')}
${subnets('redshift', 'redshift_subnets')}
${subnets('intra', 'intra_subnets')}
resource "aws_internet_gateway" "this" {
  count  = var.create_vpc && var.create_igw && length(var.public_subnets) > 0 ? 1 : 0
  vpc_id = aws_vpc.this[0].id
  tags   = var.tags
}
resource "aws_nat_gateway" "this" {
  count     = var.create_vpc && var.enable_nat_gateway ? (var.single_nat_gateway ? 1 : (var.one_nat_gateway_per_az ? length(var.azs) : max(1, length(var.private_subnets)))) : 0
  subnet_id = element(aws_subnet.public[*].id, count.index)
  tags      = var.tags
}
resource "aws_eip" "nat" {
  count  = var.create_vpc && var.enable_nat_gateway ? 1 : 0
  domain = "vpc"
  instance = aws_nat_gateway.this[0].id
  tags   = var.tags
}
resource "aws_vpn_gateway" "this" {
  count  = var.create_vpc && var.enable_vpn_gateway ? 1 : 0
  vpc_id = aws_vpc.this[0].id
}
resource "aws_db_subnet_group" "database" {
  count      = var.create_vpc && length(var.database_subnets) > 0 && var.create_database_subnet_group ? 1 : 0
  name       = var.database_subnet_group_name != null ? var.database_subnet_group_name : var.name
  subnet_ids = aws_subnet.database[*].id
}
resource "aws_default_security_group" "this" {
  count  = var.create_vpc && var.manage_default_security_group && var.module_major >= 4 ? 1 : 0
  vpc_id = aws_vpc.this[0].id
}
resource "aws_flow_log" "this" {
  count                = var.create_vpc && var.enable_flow_log ? 1 : 0
  vpc_id               = aws_vpc.this[0].id
  traffic_type         = var.flow_log_traffic_type
  log_destination_type = var.flow_log_destination_type
  log_destination      = var.flow_log_destination_arn
  tags                 = var.tags
}
resource "aws_cloudwatch_log_group" "flow_log" {
  count             = var.create_vpc && var.enable_flow_log && var.create_flow_log_cloudwatch_log_group ? 1 : 0
  name              = "/aws/vpc-flow-log/"
  retention_in_days = var.flow_log_cloudwatch_log_group_retention_in_days
  kms_key_id        = var.flow_log_cloudwatch_log_group_kms_key_id
  tags              = var.tags
}
output "vpc_id" { value = one(aws_vpc.this[*].id) }
output "vpc_arn" { value = one(aws_vpc.this[*].arn) }
output "vpc_cidr_block" { value = one(aws_vpc.this[*].cidr_block) }
output "azs" { value = var.azs }
output "database_subnet_group" { value = one(aws_db_subnet_group.database[*].id) }
output "database_subnet_group_name" { value = one(aws_db_subnet_group.database[*].name) }
`,
  },
  {
    sources: ['terraform-aws-modules/vpc/aws//modules/vpc-endpoints'],
    major: 5,
    text: `
defaults {
  create             = true
  endpoints          = {}
  subnet_ids         = []
  security_group_ids = []
  tags               = {}
}
resource "aws_vpc_endpoint" "this" {
  for_each            = var.create ? { for key, endpoint in var.endpoints : key => endpoint if try(endpoint.create, true) } : {}
  vpc_id              = var.vpc_id
  service_name        = try(each.value.service_endpoint, each.value.service, null)
  vpc_endpoint_type   = try(each.value.service_type, "Interface")
  subnet_ids          = try(each.value.subnet_ids, var.subnet_ids)
  route_table_ids     = try(each.value.route_table_ids, null)
  private_dns_enabled = try(each.value.private_dns_enabled, null)
  policy              = try(each.value.policy, null)
  tags                = var.tags
}
output "endpoints" { value = aws_vpc_endpoint.this }
`,
  },
];
