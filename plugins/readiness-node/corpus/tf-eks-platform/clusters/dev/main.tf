module "cluster" {
  source = "../../modules/cluster"

  name                   = "dev"
  cluster_version        = "1.30"
  vpc_cidr               = "10.72.0.0/16"
  azs                    = ["eu-west-1a", "eu-west-1b"]
  private_subnets        = ["10.72.0.0/19", "10.72.32.0/19"]
  public_subnets         = ["10.72.96.0/22", "10.72.100.0/22"]
  intra_subnets          = ["10.72.112.0/24", "10.72.113.0/24"]
  one_nat_gateway_per_az = false
  enable_flow_log        = false
  public_endpoint        = true
  log_types              = ["audit"]
  system_instance_types  = ["t3.medium"]
  system_min_size        = 1
  enable_backup          = false
  domain                 = "dev.acme.test"
  tags                   = { owner = "platform-engineering", environment = "dev" }
}
