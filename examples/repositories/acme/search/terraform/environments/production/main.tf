terraform {
  backend "gcs" {
    bucket = "acme-search-tfstate"
    prefix = "production"
  }
}

provider "google" {
  project = "acme-search"
  region  = "europe-west1"

  default_labels = {
    team        = "catalogue"
    cost-center = "shop-catalogue"
  }
}

module "search" {
  source = "../../modules/search"

  project      = "acme-search"
  environment  = "production"
  machine_type = "n2-highmem-4"
  min_nodes    = 1
  max_nodes    = 6
  dns_zone     = "shop"
  dns_suffix   = "shop.acme.test"
}
