include "root" {
  path = find_in_parent_folders()
}

terraform {
  source = "tfr:///terraform-aws-modules/vpc/aws?version=5.5.3"
}

inputs = {
  name               = "moonfall-stage"
  cidr               = "10.1.0.0/16"
  azs                = ["us-east-1a", "us-east-1b"]
  private_subnets    = ["10.1.0.0/19", "10.1.32.0/19"]
  public_subnets     = ["10.1.128.0/22", "10.1.132.0/22"]
  enable_nat_gateway = true
  single_nat_gateway = true
}
