provider "aws" {
  region = "eu-west-1"
}

resource "aws_elasticache_cluster" "wishlist" {
  cluster_id      = "wishlist"
  engine          = "redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}
