terraform {
  required_version = "~> 1.9"
  backend "gcs" {
    prefix = "infra"
  }
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "6.2.0"
    }
  }
}

provider "google" {
  project = var.project
  region  = var.region
}

variable "project" {
  type = string
}
variable "region" {
  type    = string
  default = "us-central1"
}
variable "prod" {
  type    = bool
  default = false
}
variable "services" {
  type = map(object({
    image  = string
    public = optional(bool, false)
    cpu    = optional(string, "1")
    memory = optional(string, "512Mi")
    min    = optional(number, 0)
    max    = optional(number, 5)
    env    = optional(map(string), {})
  }))
}
