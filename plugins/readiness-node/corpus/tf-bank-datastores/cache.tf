resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "${local.prefix}-sessions"
  description                = "Online banking sessions"
  engine_version             = "7.1"
  node_type                  = "cache.r6g.large"
  num_cache_clusters         = 3
  automatic_failover_enabled = true
  multi_az_enabled           = true
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  auth_token                 = random_password.redis.result
  subnet_group_name          = aws_elasticache_subnet_group.data.name
  security_group_ids         = [aws_security_group.redis.id]
  snapshot_retention_limit   = 7
  snapshot_window            = "03:00-04:00"
  parameter_group_name       = aws_elasticache_parameter_group.sessions.name

  log_delivery_configuration {
    destination      = aws_cloudwatch_log_group.redis_slow.name
    destination_type = "cloudwatch-logs"
    log_format       = "json"
    log_type         = "slow-log"
  }
}

resource "aws_elasticache_parameter_group" "sessions" {
  name   = "${local.prefix}-redis7"
  family = "redis7"
  parameter {
    name  = "maxmemory-policy"
    value = "volatile-ttl"
  }
}

resource "random_password" "redis" {
  length  = 64
  special = false
}

resource "aws_cloudwatch_log_group" "redis_slow" {
  name = "/elasticache/${local.prefix}-sessions/slow"
}

resource "aws_elasticache_cluster" "quotes" {
  cluster_id           = "${local.prefix}-quotes"
  engine               = "memcached"
  node_type            = "cache.t3.small"
  num_cache_nodes      = 2
  az_mode              = "cross-az"
  parameter_group_name = "default.memcached1.6"
  subnet_group_name    = aws_elasticache_subnet_group.data.name
  security_group_ids   = [aws_security_group.memcached.id]
}

resource "aws_elasticache_subnet_group" "data" {
  name       = local.prefix
  subnet_ids = data.terraform_remote_state.network.outputs.data_subnet_ids
}

resource "aws_opensearch_domain" "search" {
  domain_name    = "${local.prefix}-search"
  engine_version = "OpenSearch_2.11"

  cluster_config {
    instance_type          = "r6g.large.search"
    instance_count         = 3
    zone_awareness_enabled = true
    zone_awareness_config {
      availability_zone_count = 3
    }
  }

  ebs_options {
    ebs_enabled = true
    volume_size = 200
    volume_type = "gp3"
  }

  encrypt_at_rest {
    enabled = true
  }

  node_to_node_encryption {
    enabled = true
  }

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }

  vpc_options {
    subnet_ids         = data.terraform_remote_state.network.outputs.data_subnet_ids
    security_group_ids = [aws_security_group.opensearch.id]
  }
}
