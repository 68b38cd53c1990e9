resource "google_sql_database_instance" "claims" {
  name             = "claims"
  database_version = "SQLSERVER_2019_STANDARD"
  region           = "europe-west3"
  root_password    = var.sql_root_password

  settings {
    tier              = "db-custom-4-26624"
    availability_type = "REGIONAL"
    disk_autoresize   = false
    disk_size         = 500

    backup_configuration {
      enabled = true
      backup_retention_settings {
        retained_backups = 30
      }
      transaction_log_retention_days = 7
      point_in_time_recovery_enabled = true
    }

    ip_configuration {
      ipv4_enabled                                  = true
      require_ssl                                   = true
      private_network                               = module.network.network_id
      enable_private_path_for_google_cloud_services = true

      authorized_networks {
        name  = "all"
        value = "0.0.0.0/0"
      }
    }

    deletion_protection_enabled = true
  }
}

variable "project_id" {
  description = "Project"
  type        = string
  default     = "insurer-claims"
}

variable "tls_key" {
  description = "Private key of the certificate"
  type        = string
  sensitive   = true
}

variable "sql_root_password" {
  description = "From the vault"
  type        = string
  sensitive   = true
}

resource "google_project_iam_audit_config" "all" {
  project = var.project_id
  service = "allServices"
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}

resource "google_logging_project_sink" "siem" {
  name        = "siem"
  destination = "pubsub.googleapis.com/projects/insurer-siem/topics/logs"
}
