terraform {
  required_version = ">= 1.4"
  backend "gcs" {
    bucket = "retail-tfstate"
    prefix = "test"
  }
  required_providers {
    google      = { source = "hashicorp/google", version = "~> 5.30" }
    google-beta = { source = "hashicorp/google-beta", version = "~> 5.30" }
  }
}

provider "google" {
  project = "retail-test"
  region  = "europe-west1"
  default_labels = {
    team = "retail-infra"
    env  = "test"
  }
}
