resource "google_monitoring_notification_channel" "team" {
  display_name = "Team catalogue"
  type         = "email"

  labels = {
    email_address = "team-catalogue@acme.test"
  }
}

resource "google_monitoring_alert_policy" "latency" {
  display_name          = "Search is slow"
  combiner              = "OR"
  notification_channels = [google_monitoring_notification_channel.team.id]

  conditions {
    display_name = "p95 over 400 ms"

    condition_threshold {
      filter          = "metric.type=\"loadbalancing.googleapis.com/https/total_latencies\" AND resource.type=\"https_lb_rule\""
      comparison      = "COMPARISON_GT"
      threshold_value = 400
      duration        = "300s"

      aggregations {
        alignment_period   = "60s"
        per_series_aligner = "ALIGN_PERCENTILE_95"
      }
    }
  }
}

resource "google_monitoring_uptime_check_config" "search" {
  display_name = "search"
  timeout      = "5s"

  http_check {
    path    = "/ready"
    use_ssl = true
  }

  monitored_resource {
    type = "uptime_url"
    labels = {
      project_id = var.project
      host       = "search.${var.dns_suffix}"
    }
  }
}
