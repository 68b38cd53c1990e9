module "platform" {
  source        = "../../modules/platform"
  name          = "retail-prod"
  project       = "retail-prod"
  cidr          = "10.10.0.0/20"
  pods_cidr     = "10.100.0.0/16"
  services_cidr = "10.101.0.0/20"
  sql_tier      = "db-custom-8-32768"
  kms_key       = "projects/retail-kms/locations/europe-west1/keyRings/gke/cryptoKeys/etcd"
  channels      = [google_monitoring_notification_channel.oncall.id]

  authorized_networks = {
    office = "192.0.2.0/24"
    ci     = "198.51.100.7/32"
  }

  node_pools = {
    general = { machine_type = "n2-standard-8", min = 1, max = 10 }
    batch   = { machine_type = "n2-standard-16", min = 0, max = 20, spot = true }
  }
}

resource "google_monitoring_notification_channel" "oncall" {
  display_name = "on call"
  type         = "pagerduty"
}

resource "google_billing_budget" "prod" {
  billing_account = "000000-111111-222222"
  amount {
    specified_amount {
      currency_code = "EUR"
      units         = "12000"
    }
  }
  threshold_rules {
    threshold_percent = 0.9
  }
}
