locals {
  prefix = "ledger-prod"
  tags = {
    Application  = "ledger"
    CostCenter   = "CC-88120"
    Owner        = "ledger-platform"
    DataClass    = "confidential"
    BusinessUnit = "core-banking"
  }
  backup_retention = {
    gold   = 35
    silver = 14
    bronze = 3
  }
}

data "terraform_remote_state" "network" {
  backend = "remote"
  config = {
    organization = "bank"
    workspaces   = { name = "network-prod" }
  }
}

data "aws_kms_alias" "rds" {
  name = "alias/ledger-rds"
}
