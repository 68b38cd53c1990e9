terraform {
  backend "gcs" {
    bucket = "acme-search-tfstate"
    prefix = "staging"
  }
}

provider "google" {
  project = "acme-search-staging"
  region  = "europe-west1"
}

module "search" {
  source = "../../modules/search"

  project      = "acme-search-staging"
  environment  = "staging"
  machine_type = "e2-highmem-2"
  max_nodes    = 1
  sql_tier     = "db-f1-micro"
  dns_zone     = "staging"
  dns_suffix   = "staging.acme.test"
}
