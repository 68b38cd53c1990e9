resource "google_monitoring_notification_channel" "slack" {
  display_name = "slack"
  type         = "slack"
  labels       = { channel_name = "#analytics-alerts" }
}

resource "google_monitoring_alert_policy" "backlog" {
  display_name          = "event backlog"
  combiner              = "OR"
  notification_channels = [google_monitoring_notification_channel.slack.name]
  conditions {
    display_name = "backlog"
    condition_threshold {
      filter          = "resource.type=\"pubsub_subscription\" AND metric.type=\"pubsub.googleapis.com/subscription/oldest_unacked_message_age\""
      comparison      = "COMPARISON_GT"
      threshold_value = 3600
      duration        = "60s"
    }
  }
}

resource "google_monitoring_alert_policy" "composer" {
  display_name = "airflow unhealthy"
  combiner     = "OR"
  conditions {
    display_name = "unhealthy"
    condition_absent {
      filter   = "resource.type=\"cloud_composer_environment\" AND metric.type=\"composer.googleapis.com/environment/healthy\""
      duration = "900s"
    }
  }
}

resource "google_monitoring_dashboard" "events" {
  dashboard_json = file("${path.module}/dashboards/events.json")
}

resource "google_monitoring_slo" "freshness" {
  service      = google_monitoring_custom_service.events.service_id
  slo_id       = "freshness"
  goal         = 0.99
  calendar_period = "MONTH"
  basic_sli {
    latency {
      threshold = "3600s"
    }
  }
}

resource "google_monitoring_custom_service" "events" {
  service_id = "events"
}
