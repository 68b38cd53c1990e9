locals {
  account_name = "prod"
  env          = "prod"
}
