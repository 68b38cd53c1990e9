module "bucket" {
  source = "../.."
  name   = "example-minimal"
}
