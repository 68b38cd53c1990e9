provider "registry.acme.test/hashicorp/aws" {
  version     = "5.80.0"
  constraints = "~> 5.80"
  hashes = [
    "h1:demoDEMOdemoDEMOdemoDEMOdemoDEMOdemoDEMO080=",
  ]
}
