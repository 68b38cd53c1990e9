terraform {
  required_version = ">= 1.5"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 5.0"
    }
  }
  backend "gcs" {
    bucket = "analytics-tf"
  }
}

provider "google" {
  project        = var.project
  default_labels = { team = "analytics" }
}

variable "project" {
  type        = string
  description = "Project"
}

variable "env" {
  type        = string
  description = "Environment"
  validation {
    condition     = contains(["prod", "dev"], var.env)
    error_message = "prod or dev"
  }
}

variable "datasets" {
  type = map(object({
    location = optional(string, "EU")
    expire   = optional(number)
    cmek     = optional(bool, false)
  }))
  description = "Datasets by name"
  default = {
    raw     = { cmek = true }
    staging = { expire = 604800000 }
    marts   = {}
  }
}

locals {
  prod  = var.env == "prod"
  roles = { analyst = "roles/bigquery.dataViewer", engineer = "roles/bigquery.dataEditor" }
}

resource "google_kms_key_ring" "this" {
  name     = "analytics"
  location = "europe"
}

resource "google_kms_crypto_key" "bq" {
  name            = "bq"
  key_ring        = google_kms_key_ring.this.id
  rotation_period = "2592000s"
}

resource "google_bigquery_dataset" "this" {
  for_each                    = var.datasets
  dataset_id                  = each.key
  location                    = each.value.location
  default_table_expiration_ms = each.value.expire
  delete_contents_on_destroy  = !local.prod

  dynamic "default_encryption_configuration" {
    for_each = each.value.cmek ? [1] : []
    content {
      kms_key_name = google_kms_crypto_key.bq.id
    }
  }
}

resource "google_bigquery_dataset_iam_member" "this" {
  for_each   = { for p in setproduct(keys(var.datasets), keys(local.roles)) : "${p[0]}-${p[1]}" => { dataset = p[0], role = local.roles[p[1]], group = p[1] } }
  dataset_id = google_bigquery_dataset.this[each.value.dataset].dataset_id
  role       = each.value.role
  member     = "group:${each.value.group}s@analytics.example.com"
}

resource "google_bigquery_dataset_iam_member" "open" {
  dataset_id = google_bigquery_dataset.this["marts"].dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = "allAuthenticatedUsers"
}

resource "google_spanner_instance" "features" {
  name             = "features"
  config           = "regional-europe-west1"
  display_name     = "features"
  processing_units = local.prod ? 1000 : 100
}

resource "google_spanner_database" "features" {
  instance                 = google_spanner_instance.features.name
  name                     = "features"
  version_retention_period = "3d"
  deletion_protection      = true
}

resource "google_bigtable_instance" "events" {
  name                = "events"
  deletion_protection = local.prod
  cluster {
    cluster_id   = "events-b"
    zone         = "europe-west1-b"
    storage_type = "SSD"
    autoscaling_config {
      min_nodes  = 1
      max_nodes  = 5
      cpu_target = 60
    }
  }
  dynamic "cluster" {
    for_each = local.prod ? ["c"] : []
    content {
      cluster_id = "events-${cluster.value}"
      zone       = "europe-west1-${cluster.value}"
      num_nodes  = 3
    }
  }
}

resource "google_firestore_database" "app" {
  name                              = "(default)"
  location_id                       = "eur3"
  type                              = "FIRESTORE_NATIVE"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
  delete_protection_state           = "DELETE_PROTECTION_ENABLED"
}

resource "google_storage_bucket" "lake" {
  for_each                    = toset(["raw", "temp"])
  name                        = "${var.project}-${each.key}"
  location                    = "EU"
  public_access_prevention    = "enforced"
  uniform_bucket_level_access = true

  dynamic "lifecycle_rule" {
    for_each = each.key == "temp" ? [7] : []
    content {
      condition {
        age = lifecycle_rule.value
      }
      action {
        type = "Delete"
      }
    }
  }

  versioning {
    enabled = each.key == "raw"
  }

  logging {
    log_bucket = "analytics-access-logs"
  }
}

resource "google_composer_environment" "airflow" {
  name   = "airflow"
  region = "europe-west1"
  config {
    software_config {
      image_version = "composer-2.7.1-airflow-2.7.3"
      env_variables = {
        DBT_TARGET         = var.env
        SLACK_TOKEN_SECRET = "projects/analytics/secrets/slack"
      }
    }
    private_environment_config {
      enable_private_endpoint = true
    }
  }
}

resource "google_dataflow_flex_template_job" "events" {
  provider                = google-beta
  name                    = "events"
  container_spec_gcs_path = "gs://analytics-templates/events/1.4.0.json"
  region                  = "europe-west1"
  max_workers             = 8
}

resource "google_cloudfunctions2_function" "export" {
  name     = "export"
  location = "europe-west1"
  build_config {
    runtime     = "python312"
    entry_point = "export"
    source {
      storage_source {
        bucket = google_storage_bucket.lake["raw"].name
        object = "functions/export.zip"
      }
    }
  }
  service_config {
    available_memory   = "512M"
    max_instance_count = 10
    environment_variables = {
      DATASET = google_bigquery_dataset.this["marts"].dataset_id
    }
  }
}

resource "google_pubsub_topic" "events" {
  name         = "events"
  kms_key_name = google_kms_crypto_key.bq.id
}

resource "google_pubsub_subscription" "events" {
  name  = "events-dataflow"
  topic = google_pubsub_topic.events.name
}
