include "root" {
  path = find_in_parent_folders()
}

terraform {
  source = "tfr:///terraform-aws-modules/vpc/aws?version=5.5.3"
}

inputs = {
  name                = "moonfall-prod"
  cidr                = "10.0.0.0/16"
  azs                 = ["us-east-1a", "us-east-1b", "us-east-1c"]
  private_subnets     = ["10.0.0.0/19", "10.0.32.0/19", "10.0.64.0/19"]
  public_subnets      = ["10.0.128.0/22", "10.0.132.0/22", "10.0.136.0/22"]
  enable_nat_gateway  = true
  enable_flow_log     = true
}
