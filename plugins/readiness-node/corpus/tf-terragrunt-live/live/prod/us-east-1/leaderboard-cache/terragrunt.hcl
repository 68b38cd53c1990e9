include "root" {
  path = find_in_parent_folders()
}

terraform {
  source = "../../../../modules/redis"
}

dependency "vpc" {
  config_path = "../vpc"
}

inputs = {
  name       = "leaderboard-prod"
  node_type  = "cache.r7g.large"
  replicas   = 2
  vpc_id     = dependency.vpc.outputs.vpc_id
  subnet_ids = dependency.vpc.outputs.private_subnets
}
