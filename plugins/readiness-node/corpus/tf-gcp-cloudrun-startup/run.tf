resource "google_service_account" "svc" {
  for_each   = var.services
  account_id = "svc-${each.key}"
}

resource "google_cloud_run_v2_service" "svc" {
  for_each = var.services
  name     = each.key
  location = var.region
  ingress  = each.value.public ? "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER" : "INGRESS_TRAFFIC_INTERNAL_ONLY"

  template {
    service_account = google_service_account.svc[each.key].email

    scaling {
      min_instance_count = each.value.min
      max_instance_count = each.value.max
    }

    vpc_access {
      connector = google_vpc_access_connector.main.id
      egress    = "PRIVATE_RANGES_ONLY"
    }

    containers {
      image = each.value.image

      resources {
        limits = {
          cpu    = each.value.cpu
          memory = each.value.memory
        }
      }

      dynamic "env" {
        for_each = merge({ PROJECT = var.project }, each.value.env)
        content {
          name  = env.key
          value = env.value
        }
      }

      env {
        name = "DATABASE_PASSWORD"
        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.db.secret_id
            version = "latest"
          }
        }
      }

      startup_probe {
        http_get {
          path = "/healthz"
        }
      }
      liveness_probe {
        http_get {
          path = "/healthz"
        }
      }
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "public" {
  for_each = { for k, s in var.services : k => s if s.public }
  name     = google_cloud_run_v2_service.svc[each.key].name
  location = var.region
  role     = "roles/run.invoker"
  member   = "allUsers"
}

resource "google_compute_region_network_endpoint_group" "svc" {
  for_each              = { for k, s in var.services : k => s if s.public }
  name                  = each.key
  region                = var.region
  network_endpoint_type = "SERVERLESS"
  cloud_run {
    service = google_cloud_run_v2_service.svc[each.key].name
  }
}

resource "google_compute_backend_service" "svc" {
  for_each              = google_compute_region_network_endpoint_group.svc
  name                  = each.key
  load_balancing_scheme = "EXTERNAL_MANAGED"
  enable_cdn            = each.key == "web"
  security_policy       = google_compute_security_policy.armor.id
  backend {
    group = each.value.id
  }
  log_config {
    enable      = true
    sample_rate = 0.5
  }
}

resource "google_compute_url_map" "main" {
  name            = "main"
  default_service = google_compute_backend_service.svc["web"].id
}

resource "google_compute_managed_ssl_certificate" "main" {
  name = "main"
  managed {
    domains = [var.prod ? "app.tinyco.example" : "dev.tinyco.example"]
  }
}

resource "google_compute_ssl_policy" "modern" {
  name            = "modern"
  profile         = "MODERN"
  min_tls_version = "TLS_1_2"
}

resource "google_compute_target_https_proxy" "main" {
  name             = "main"
  url_map          = google_compute_url_map.main.id
  ssl_certificates = [google_compute_managed_ssl_certificate.main.id]
  ssl_policy       = google_compute_ssl_policy.modern.id
}

resource "google_compute_global_forwarding_rule" "https" {
  name                  = "https"
  target                = google_compute_target_https_proxy.main.id
  port_range            = "443"
  load_balancing_scheme = "EXTERNAL_MANAGED"
}

resource "google_compute_security_policy" "armor" {
  name = "armor"
  rule {
    action   = "throttle"
    priority = 100
    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["*"]
      }
    }
    rate_limit_options {
      conform_action = "allow"
      exceed_action  = "deny(429)"
      rate_limit_threshold {
        count        = 300
        interval_sec = 60
      }
    }
  }
}
