variable "name" { type = string }
variable "node_type" { type = string }
variable "replicas" {
  type    = number
  default = 0
}
variable "vpc_id" { type = string }
variable "subnet_ids" { type = list(string) }

resource "aws_elasticache_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = var.name
  description                = "leaderboards"
  node_type                  = var.node_type
  num_node_groups            = 3
  replicas_per_node_group    = var.replicas
  automatic_failover_enabled = true
  multi_az_enabled           = var.replicas > 0
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  subnet_group_name          = aws_elasticache_subnet_group.this.name
}
