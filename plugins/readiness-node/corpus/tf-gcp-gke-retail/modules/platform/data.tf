resource "google_sql_database_instance" "main" {
  name                = "${var.name}-pg"
  database_version    = "POSTGRES_15"
  region              = var.region
  deletion_protection = var.protect

  settings {
    tier              = var.sql_tier
    availability_type = var.regional ? "REGIONAL" : "ZONAL"
    disk_type         = "PD_SSD"
    disk_autoresize   = true

    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = var.protect
      start_time                     = "02:30"
      location                       = "eu"
      backup_retention_settings {
        retained_backups = var.protect ? 30 : 3
      }
    }

    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.this.id
      ssl_mode        = "ENCRYPTED_ONLY"
    }

    insights_config {
      query_insights_enabled = true
    }

    database_flags {
      name  = "log_min_duration_statement"
      value = "500"
    }
    database_flags {
      name  = "cloudsql.enable_pgaudit"
      value = "on"
    }
  }
}

resource "google_sql_database_instance" "replica" {
  count                = var.regional ? 1 : 0
  name                 = "${var.name}-pg-replica"
  master_instance_name = google_sql_database_instance.main.name
  database_version     = "POSTGRES_15"
  region               = "europe-north1"

  settings {
    tier = var.sql_tier
    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.this.id
    }
  }
}

resource "google_redis_instance" "cache" {
  name                    = "${var.name}-cache"
  tier                    = var.regional ? "STANDARD_HA" : "BASIC"
  memory_size_gb          = 4
  region                  = var.region
  authorized_network      = google_compute_network.this.id
  auth_enabled            = true
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}

resource "google_storage_bucket" "media" {
  name                        = "${var.project}-media"
  location                    = "EU"
  uniform_bucket_level_access = true

  versioning {
    enabled = true
  }
  lifecycle_rule {
    condition {
      num_newer_versions = 3
    }
    action {
      type = "Delete"
    }
  }
}

resource "google_storage_bucket" "exports" {
  name                        = "${var.project}-exports"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
}

resource "google_secret_manager_secret" "db" {
  secret_id = "${var.name}-db"
  replication {
    auto {}
  }
}

resource "google_monitoring_alert_policy" "sql_cpu" {
  display_name = "${var.name} SQL CPU"
  combiner     = "OR"
  conditions {
    display_name = "cpu"
    condition_threshold {
      filter          = "metric.type=\"cloudsql.googleapis.com/database/cpu/utilization\""
      comparison      = "COMPARISON_GT"
      threshold_value = 0.8
      duration        = "300s"
    }
  }
  notification_channels = var.channels
}
