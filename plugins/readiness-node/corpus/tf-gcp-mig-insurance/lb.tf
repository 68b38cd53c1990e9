resource "google_compute_backend_service" "app" {
  name                            = "claims"
  protocol                        = "HTTPS"
  health_checks                   = [google_compute_health_check.app.id]
  connection_draining_timeout_sec = 120
  backend {
    group = google_compute_region_instance_group_manager.app.instance_group
  }
}

resource "google_compute_url_map" "app" {
  name            = "claims"
  default_service = google_compute_backend_service.app.id
}

resource "google_compute_url_map" "redirect" {
  name = "claims-redirect"
  default_url_redirect {
    https_redirect = true
    strip_query    = false
  }
}

resource "google_compute_target_http_proxy" "redirect" {
  name    = "claims-redirect"
  url_map = google_compute_url_map.redirect.id
}

resource "google_compute_target_https_proxy" "app" {
  name             = "claims"
  url_map          = google_compute_url_map.app.id
  ssl_certificates = [google_compute_ssl_certificate.app.id]
}

resource "google_compute_ssl_certificate" "app" {
  name_prefix = "claims-"
  private_key = var.tls_key
  certificate = file("certs/claims.crt")
  lifecycle {
    create_before_destroy = true
  }
}

resource "google_compute_global_forwarding_rule" "https" {
  name       = "claims-https"
  target     = google_compute_target_https_proxy.app.id
  port_range = "443"
}

resource "google_compute_global_forwarding_rule" "http" {
  name       = "claims-http"
  target     = google_compute_target_http_proxy.redirect.id
  port_range = "80"
}

resource "google_dns_managed_zone" "claims" {
  name     = "claims"
  dns_name = "claims.insurer.example."
}

resource "google_dns_record_set" "app" {
  managed_zone = google_dns_managed_zone.claims.name
  name         = google_dns_managed_zone.claims.dns_name
  type         = "A"
  ttl          = 300
  rrdatas      = [google_compute_global_forwarding_rule.https.ip_address]
}

resource "google_compute_firewall" "health" {
  name          = "health"
  network       = module.network.network_name
  source_ranges = ["35.191.0.0/16", "130.211.0.0/22"]
  target_tags   = ["claims"]
  allow {
    protocol = "tcp"
    ports    = ["8443"]
  }
}

resource "google_compute_firewall" "vendor" {
  name          = "vendor-remote"
  network       = module.network.network_name
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["3380-3400"]
  }
}

resource "google_compute_firewall" "deny" {
  name          = "deny-ssh"
  network       = module.network.network_name
  priority      = 900
  source_ranges = ["0.0.0.0/0"]
  deny {
    protocol = "tcp"
    ports    = ["22"]
  }
}
