locals {
  account_name = "stage"
  env          = "stage"
}
