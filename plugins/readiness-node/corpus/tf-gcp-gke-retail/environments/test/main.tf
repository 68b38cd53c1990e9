module "platform" {
  source        = "../../modules/platform"
  name          = "retail-test"
  project       = "retail-test"
  regional      = false
  protect       = false
  cidr          = "10.20.0.0/20"
  pods_cidr     = "10.110.0.0/16"
  services_cidr = "10.111.0.0/20"
  authorized_networks = {
    world = "0.0.0.0/0"
  }
  node_pools = {
    general = { machine_type = "e2-standard-4", min = 1, max = 2, spot = true }
  }
}
