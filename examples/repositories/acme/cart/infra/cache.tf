resource "aws_elasticache_subnet_group" "prices" {
  name       = "cart-prices-${var.environment}"
  subnet_ids = var.private_subnet_ids
}

resource "aws_security_group" "prices" {
  name_prefix = "cart-prices-"
  description = "Price cache, from the cluster only"
  vpc_id      = var.vpc_id

  ingress {
    description     = "Valkey from the nodes"
    from_port       = 6379
    to_port         = 6379
    protocol        = "tcp"
    security_groups = [var.cluster_security_group_id]
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_elasticache_user_group" "prices" {
  engine        = "valkey"
  user_group_id = "cart-prices-${var.environment}"
  user_ids      = ["default-off", "cart-${var.environment}"]
}

resource "aws_cloudwatch_log_group" "prices" {
  name              = "/elasticache/cart-prices-${var.environment}"
  retention_in_days = 30
  kms_key_id        = aws_kms_key.cart.arn
}

resource "aws_elasticache_replication_group" "prices" {
  replication_group_id       = "cart-prices-${var.environment}"
  description                = "Prices for one minute"
  engine                     = "valkey"
  engine_version             = "8.0"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = var.price_cache_nodes
  automatic_failover_enabled = true
  multi_az_enabled           = true
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  kms_key_id                 = aws_kms_key.cart.arn
  user_group_ids             = [aws_elasticache_user_group.prices.user_group_id]
  subnet_group_name          = aws_elasticache_subnet_group.prices.name
  security_group_ids         = [aws_security_group.prices.id]
  snapshot_retention_limit   = 7
  maintenance_window         = "tue:04:00-tue:05:00"

  log_delivery_configuration {
    destination      = aws_cloudwatch_log_group.prices.name
    destination_type = "cloudwatch-logs"
    log_format       = "json"
    log_type         = "slow-log"
  }
}
