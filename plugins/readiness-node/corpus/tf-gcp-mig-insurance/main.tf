provider "google" {
  project = var.project_id
  region  = "europe-west3"
}

module "network" {
  source       = "terraform-google-modules/network/google"
  version      = "~> 9.1"
  project_id   = var.project_id
  network_name = "claims"
  subnets = [
    {
      subnet_name           = "app"
      subnet_ip             = "10.60.0.0/22"
      subnet_region         = "europe-west3"
      subnet_private_access = "true"
      subnet_flow_logs      = "true"
    },
  ]
}

module "labels" {
  source = "git::https://git.insurer.example/terraform/labels.git"
}

resource "google_compute_instance_template" "app" {
  name_prefix  = "claims-"
  machine_type = "n2-standard-4"
  region       = "europe-west3"
  tags         = ["claims"]
  labels       = module.labels.all

  disk {
    source_image = "projects/insurer-images/global/images/family/rhel-8-hardened"
    boot         = true
    disk_type    = "pd-ssd"
    disk_encryption_key {
      kms_key_self_link = google_kms_crypto_key.disks.id
    }
  }

  network_interface {
    subnetwork = module.network.subnets_self_links[0]
  }

  metadata = {
    enable-oslogin         = "TRUE"
    block-project-ssh-keys = "TRUE"
  }
  metadata_startup_script = file("${path.module}/startup.sh")

  shielded_instance_config {
    enable_secure_boot = true
  }

  service_account {
    email  = google_service_account.app.email
    scopes = ["cloud-platform"]
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "google_service_account" "app" {
  account_id = "claims-app"
}

resource "google_compute_region_instance_group_manager" "app" {
  name                      = "claims"
  base_instance_name        = "claims"
  region                    = "europe-west3"
  distribution_policy_zones = ["europe-west3-a", "europe-west3-b", "europe-west3-c"]

  version {
    instance_template = google_compute_instance_template.app.id
  }

  named_port {
    name = "http"
    port = 8443
  }

  auto_healing_policies {
    health_check      = google_compute_health_check.app.id
    initial_delay_sec = 300
  }

  update_policy {
    type                  = "PROACTIVE"
    minimal_action        = "REPLACE"
    max_surge_fixed       = 3
    max_unavailable_fixed = 0
  }
}

resource "google_compute_region_autoscaler" "app" {
  name   = "claims"
  region = "europe-west3"
  target = google_compute_region_instance_group_manager.app.id
  autoscaling_policy {
    min_replicas    = 3
    max_replicas    = 9
    cooldown_period = 120
    cpu_utilization {
      target = 0.6
    }
  }
}

# batch at night, one box is enough
resource "google_compute_instance_group_manager" "batch" {
  name               = "claims-batch"
  base_instance_name = "batch"
  zone               = "europe-west3-a"
  target_size        = 1
  version {
    instance_template = google_compute_instance_template.app.id
  }
}

resource "google_compute_instance" "jump" {
  name         = "jump"
  machine_type = "e2-micro"
  zone         = "europe-west3-a"
  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
  network_interface {
    subnetwork = module.network.subnets_self_links[0]
    access_config {}
  }
}

resource "google_compute_health_check" "app" {
  name = "claims"
  https_health_check {
    port         = 8443
    request_path = "/claims/health"
  }
}

resource "google_kms_key_ring" "main" {
  name     = "claims"
  location = "europe-west3"
}

resource "google_kms_crypto_key" "disks" {
  name            = "disks"
  key_ring        = google_kms_key_ring.main.id
  rotation_period = "7776000s"
  lifecycle {
    prevent_destroy = true
  }
}

resource "google_compute_disk" "archive" {
  name = "archive"
  type = "pd-standard"
  zone = "europe-west3-a"
  size = 2000
}

resource "google_compute_resource_policy" "daily" {
  name   = "daily"
  region = "europe-west3"
  snapshot_schedule_policy {
    schedule {
      daily_schedule {
        days_in_cycle = 1
        start_time    = "04:00"
      }
    }
    retention_policy {
      max_retention_days = 14
    }
  }
}

resource "google_compute_disk_resource_policy_attachment" "archive" {
  name = google_compute_resource_policy.daily.name
  disk = google_compute_disk.archive.name
  zone = "europe-west3-a"
}
