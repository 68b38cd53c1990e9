include "root" {
  path = find_in_parent_folders()
}

terraform {
  source = "${get_repo_root()}/modules//postgres"
}

dependency "vpc" {
  config_path = "../vpc"
}

inputs = {
  name           = "matchmaking-stage"
  instance_class = "db.t4g.small"
  vpc_id         = dependency.vpc.outputs.vpc_id
  subnet_ids     = dependency.vpc.outputs.private_subnets
}
