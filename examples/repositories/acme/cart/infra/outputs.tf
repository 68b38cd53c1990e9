output "table_name" {
  description = "Name of the cart table"
  value       = aws_dynamodb_table.carts.name
}

output "price_cache_endpoint" {
  description = "Primary endpoint of the price cache"
  value       = aws_elasticache_replication_group.prices.primary_endpoint_address
}

output "role_arn" {
  description = "Role that the service account assumes"
  value       = aws_iam_role.cart.arn
}
