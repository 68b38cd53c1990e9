output "database_endpoint" {
  value = module.database.endpoint
}

output "database_secret_arn" {
  value = module.database.secret_arn
}
