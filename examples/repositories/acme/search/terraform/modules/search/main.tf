resource "google_compute_network" "search" {
  name                    = "search-${var.environment}"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "nodes" {
  name                     = "nodes"
  region                   = var.region
  network                  = google_compute_network.search.id
  ip_cidr_range            = var.node_cidr
  private_ip_google_access = true

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = var.pod_cidr
  }

  secondary_ip_range {
    range_name    = "services"
    ip_cidr_range = var.service_cidr
  }

  log_config {
    aggregation_interval = "INTERVAL_10_MIN"
    flow_sampling        = 0.2
    metadata             = "INCLUDE_ALL_METADATA"
  }
}

resource "google_compute_firewall" "health_checks" {
  name          = "search-${var.environment}-health-checks"
  network       = google_compute_network.search.name
  source_ranges = ["35.191.0.0/16", "130.211.0.0/22"]

  allow {
    protocol = "tcp"
    ports    = ["8080"]
  }
}

resource "google_container_cluster" "search" {
  name                     = "search-${var.environment}"
  location                 = var.region
  network                  = google_compute_network.search.id
  subnetwork               = google_compute_subnetwork.nodes.id
  remove_default_node_pool = true
  initial_node_count       = 1
  deletion_protection      = var.environment == "production"

  ip_allocation_policy {
    cluster_secondary_range_name  = "pods"
    services_secondary_range_name = "services"
  }

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = false
    master_ipv4_cidr_block  = "172.16.0.0/28"
  }

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block   = "192.0.2.0/24"
      display_name = "offices"
    }
  }

  workload_identity_config {
    workload_pool = "${var.project}.svc.id.goog"
  }

  release_channel {
    channel = "REGULAR"
  }
}

resource "google_container_node_pool" "spot" {
  name     = "spot"
  cluster  = google_container_cluster.search.id
  location = var.region

  autoscaling {
    min_node_count = var.min_nodes
    max_node_count = var.max_nodes
  }

  node_config {
    machine_type    = var.machine_type
    spot            = var.environment != "production"
    service_account = google_service_account.nodes.email
    oauth_scopes    = ["cloud-platform"]

    shielded_instance_config {
      enable_secure_boot = true
    }
  }

  management {
    auto_repair  = true
    auto_upgrade = true
  }
}

resource "google_service_account" "nodes" {
  account_id   = "search-nodes-${var.environment}"
  display_name = "Nodes of search"
}

resource "google_project_iam_member" "logs" {
  project = var.project
  role    = "roles/logging.logWriter"
  member  = google_service_account.nodes.member
}

resource "google_sql_database_instance" "synonyms" {
  name                = "search-synonyms-${var.environment}"
  database_version    = "POSTGRES_16"
  region              = var.region
  deletion_protection = true

  settings {
    tier              = var.sql_tier
    availability_type = var.environment == "production" ? "REGIONAL" : "ZONAL"
    disk_autoresize   = true

    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.search.id
      ssl_mode        = "ENCRYPTED_ONLY"
    }

    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = false
      start_time                     = "03:00"

      backup_retention_settings {
        retained_backups = 14
      }
    }

    database_flags {
      name  = "log_min_duration_statement"
      value = "1000"
    }
  }
}

resource "google_redis_instance" "queries" {
  name               = "search-queries-${var.environment}"
  region             = var.region
  tier               = "BASIC"
  memory_size_gb     = 4
  redis_version      = "REDIS_7_2"
  authorized_network = google_compute_network.search.id
}

resource "google_storage_bucket" "index" {
  name                        = "acme-search-index-${var.environment}"
  location                    = "EU"
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  lifecycle_rule {
    condition {
      age = 14
    }

    action {
      type = "Delete"
    }
  }
}

resource "google_dns_record_set" "search" {
  managed_zone = var.dns_zone
  name         = "search.${var.dns_suffix}."
  type         = "A"
  ttl          = 300
  rrdatas      = [google_compute_global_address.search.address]
}

resource "google_compute_global_address" "search" {
  name = "search-${var.environment}"
}

resource "google_compute_managed_ssl_certificate" "search" {
  name = "search-${var.environment}"

  managed {
    domains = ["search.${var.dns_suffix}"]
  }
}
