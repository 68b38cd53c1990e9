include "root" {
  path = find_in_parent_folders()
}

terraform {
  source = "${get_repo_root()}/modules//postgres"
}

dependency "vpc" {
  config_path = "../vpc"
  mock_outputs = {
    vpc_id          = "vpc-000"
    private_subnets = ["subnet-1", "subnet-2"]
  }
}

inputs = {
  name                    = "matchmaking-prod"
  instance_class          = "db.r6g.large"
  multi_az                = true
  backup_retention_period = 14
  deletion_protection     = true
  vpc_id                  = dependency.vpc.outputs.vpc_id
  subnet_ids              = dependency.vpc.outputs.private_subnets
}
