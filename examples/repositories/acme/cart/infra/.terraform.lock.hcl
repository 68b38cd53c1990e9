# This file is maintained automatically by "terraform init".
# Manual edits may be lost in future updates.

provider "registry.acme.test/hashicorp/aws" {
  version     = "5.80.0"
  constraints = "~> 5.80"
  hashes = [
    "h1:demoDEMOdemoDEMOdemoDEMOdemoDEMOdemoDEMO080=",
  ]
}
