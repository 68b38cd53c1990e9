variable "name" { type = string }
variable "cluster_arn" { type = string }
variable "cluster_name" { type = string }
variable "image" { type = string }
variable "desired_count" { type = number }
variable "max_count" { type = number }
variable "cpu" { type = number }
variable "memory" { type = number }
variable "subnets" { type = list(string) }
variable "vpc_id" { type = string }
variable "target_group_arn" { type = string }
variable "ingress_sg_id" { type = string }
variable "log_retention_days" {
  type    = number
  default = 30
}
variable "environment" {
  type    = map(string)
  default = {}
}
variable "secrets" {
  type    = map(string)
  default = {}
}

output "name" { value = aws_ecs_service.this.name }
