import type { RegistryModule } from './registryModule';

/** The DynamoDB module of terraform-aws-modules. */
export const awsTableModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/dynamodb-table/aws'],
    major: 4,
    text: `
defaults {
  create_table                       = true
  billing_mode                       = "PAY_PER_REQUEST"
  attributes                         = []
  point_in_time_recovery_enabled     = false
  server_side_encryption_enabled     = false
  ttl_enabled                        = false
  stream_enabled                     = false
  autoscaling_enabled                = false
  autoscaling_read                   = {}
  autoscaling_write                  = {}
  replica_regions                    = []
  global_secondary_indexes           = []
  tags                               = {}
}
resource "aws_dynamodb_table" "this" {
  count = var.create_table ? 1 : 0
  name                        = var.name
  billing_mode                = var.billing_mode
  hash_key                    = var.hash_key
  range_key                   = var.range_key
  read_capacity               = var.read_capacity
  write_capacity              = var.write_capacity
  stream_enabled              = var.stream_enabled
  table_class                 = var.table_class
  deletion_protection_enabled = var.deletion_protection_enabled
  point_in_time_recovery { enabled = var.point_in_time_recovery_enabled }
  server_side_encryption {
    enabled     = var.server_side_encryption_enabled
    kms_key_arn = var.server_side_encryption_kms_key_arn
  }
  dynamic "replica" {
    for_each = var.replica_regions
    content {
      region_name            = try(replica.value.region_name, replica.value)
      point_in_time_recovery = try(replica.value.point_in_time_recovery, null)
    }
  }
  tags = var.tags
}
resource "aws_appautoscaling_target" "table_read" {
  count              = var.create_table && var.autoscaling_enabled && length(var.autoscaling_read) > 0 ? 1 : 0
  min_capacity       = var.read_capacity
  max_capacity       = var.autoscaling_read["max_capacity"]
  resource_id        = aws_dynamodb_table.this[0].id
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  service_namespace  = "dynamodb"
}
resource "aws_appautoscaling_target" "table_write" {
  count              = var.create_table && var.autoscaling_enabled && length(var.autoscaling_write) > 0 ? 1 : 0
  min_capacity       = var.write_capacity
  max_capacity       = var.autoscaling_write["max_capacity"]
  resource_id        = aws_dynamodb_table.this[0].id
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  service_namespace  = "dynamodb"
}
output "dynamodb_table_id" { value = one(aws_dynamodb_table.this[*].id) }
output "dynamodb_table_arn" { value = one(aws_dynamodb_table.this[*].arn) }
`,
  },
];
