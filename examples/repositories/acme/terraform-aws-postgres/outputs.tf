output "endpoint" {
  description = "Host and port"
  value       = aws_db_instance.this.endpoint
}

output "secret_arn" {
  description = "Secret with user name and password"
  value       = aws_db_instance.this.master_user_secret[0].secret_arn
}

output "security_group_id" {
  description = "Security group of the instance"
  value       = aws_security_group.this.id
}
