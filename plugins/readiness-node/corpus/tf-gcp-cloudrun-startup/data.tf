resource "google_compute_network" "main" {
  name = "main"
}

resource "google_vpc_access_connector" "main" {
  name          = "main"
  network       = google_compute_network.main.name
  ip_cidr_range = "10.8.0.0/28"
}

resource "google_sql_database_instance" "db" {
  name             = "db"
  database_version = "MYSQL_8_0"

  settings {
    tier = "db-f1-micro"
    backup_configuration {
      enabled            = true
      binary_log_enabled = var.prod
    }
    ip_configuration {
      authorized_networks {
        name  = "founder at home"
        value = "203.0.113.17/32"
      }
    }
  }
}

resource "google_sql_user" "app" {
  name     = "app"
  instance = google_sql_database_instance.db.name
  password = "tinyco-app-pw-1"
}

resource "google_secret_manager_secret" "db" {
  secret_id = "db-password"
  replication {
    auto {}
  }
}

resource "google_pubsub_topic" "jobs" {
  name = "jobs"
}

resource "google_pubsub_topic" "jobs_dead" {
  name = "jobs-dead"
}

resource "google_pubsub_subscription" "jobs" {
  name  = "jobs"
  topic = google_pubsub_topic.jobs.id
  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.jobs_dead.id
    max_delivery_attempts = 5
  }
}

resource "google_pubsub_subscription" "audit" {
  name  = "audit"
  topic = google_pubsub_topic.jobs.id
}

resource "google_storage_bucket" "uploads" {
  name          = "${var.project}-uploads"
  location      = "US"
  force_destroy = true
  cors {
    origin = ["*"]
    method = ["GET", "PUT"]
  }
}

resource "google_storage_bucket_iam_member" "uploads_public" {
  bucket = google_storage_bucket.uploads.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_cloud_scheduler_job" "cleanup" {
  name     = "cleanup"
  schedule = "0 3 * * *"
  http_target {
    uri = "https://api.tinyco.example/internal/cleanup"
  }
}

resource "google_artifact_registry_repository" "apps" {
  repository_id = "apps"
  location      = "us"
  format        = "DOCKER"
  docker_config {
    immutable_tags = true
  }
}

resource "google_monitoring_uptime_check_config" "web" {
  display_name = "web"
  timeout      = "10s"
  http_check {
    path    = "/"
    use_ssl = true
  }
  monitored_resource {
    type   = "uptime_url"
    labels = { host = "app.tinyco.example" }
  }
}
