import type { RegistryModule } from './registryModule';

/** A module of Google's under both names it is published by. */
export const both = (path: string): readonly string[] => [
  `terraform-google-modules/${path}`,
  `GoogleCloudPlatform/${path}`,
];

const sqlText = (prefix: string, extra: string) => `
defaults {
  availability_type    = "ZONAL"
  deletion_protection  = true
  deletion_protection_enabled = false
  disk_autoresize      = true
  disk_type            = "PD_SSD"
  tier                 = ${
    prefix === 'postgresql' ? '"db-f1-micro"' : '"db-n1-standard-1"'
  }
  backup_configuration = {}
  ip_configuration     = {}
  database_flags       = []
  read_replicas        = []
  user_labels          = {}
  insights_config      = null
}
resource "google_sql_database_instance" "default" {
  name                = var.name
  project             = var.project_id
  region              = var.region
  database_version    = var.database_version
  deletion_protection = var.deletion_protection
  encryption_key_name = var.encryption_key_name
  settings {
    tier                        = var.tier
    edition                     = var.edition
    availability_type           = var.availability_type
    disk_autoresize             = var.disk_autoresize
    disk_size                   = var.disk_size
    disk_type                   = var.disk_type
    deletion_protection_enabled = var.deletion_protection_enabled
    user_labels                 = var.user_labels
    backup_configuration {
      enabled                        = try(var.backup_configuration.enabled, false)
      start_time                     = try(var.backup_configuration.start_time, null)
      location                       = try(var.backup_configuration.location, null)
      transaction_log_retention_days = try(var.backup_configuration.transaction_log_retention_days, null)
${extra}
      backup_retention_settings {
        retained_backups = try(var.backup_configuration.retained_backups, null)
        retention_unit   = try(var.backup_configuration.retention_unit, null)
      }
    }
    ip_configuration {
      ipv4_enabled    = try(var.ip_configuration.ipv4_enabled, true)
      private_network = try(var.ip_configuration.private_network, null)
      ssl_mode        = try(var.ip_configuration.ssl_mode, null)
      require_ssl     = try(var.ip_configuration.require_ssl, null)
      dynamic "authorized_networks" {
        for_each = try(var.ip_configuration.authorized_networks, [])
        content {
          name  = try(authorized_networks.value.name, null)
          value = try(authorized_networks.value.value, null)
        }
      }
    }
    dynamic "insights_config" {
      for_each = var.insights_config != null ? [var.insights_config] : []
      content { query_insights_enabled = true }
    }
    dynamic "database_flags" {
      for_each = var.database_flags
      content {
        name  = database_flags.value.name
        value = database_flags.value.value
      }
    }
  }
}
resource "google_sql_database_instance" "replicas" {
  for_each             = { for replica in var.read_replicas : replica.name => replica }
  name                 = each.value.name
  region               = try(each.value.region, var.region)
  database_version     = var.database_version
  master_instance_name = google_sql_database_instance.default.name
  settings {
    tier              = try(each.value.tier, var.tier)
    availability_type = try(each.value.availability_type, null)
    disk_autoresize   = try(each.value.disk_autoresize, null)
    ip_configuration {
      ipv4_enabled = try(each.value.ip_configuration.ipv4_enabled, null)
      ssl_mode     = try(each.value.ip_configuration.ssl_mode, null)
      require_ssl  = try(each.value.ip_configuration.require_ssl, null)
    }
  }
}
output "instance_name" { value = google_sql_database_instance.default.name }
output "instance_connection_name" { value = google_sql_database_instance.default.connection_name }
output "instance_self_link" { value = google_sql_database_instance.default.self_link }
`;

/** Cloud SQL, network and storage modules of Google. */
export const googleModules: readonly RegistryModule[] = [
  {
    sources: both('sql-db/google//modules/postgresql'),
    major: 25,
    text: sqlText(
      'postgresql',
      '      point_in_time_recovery_enabled = try(var.backup_configuration.point_in_time_recovery_enabled, false)',
    ),
  },
  {
    sources: both('sql-db/google//modules/mysql'),
    major: 25,
    text: sqlText(
      'mysql',
      '      binary_log_enabled = try(var.backup_configuration.binary_log_enabled, false)',
    ),
  },
  {
    sources: both('network/google'),
    major: 10,
    text: `
defaults {
  auto_create_subnetworks = false
  subnets                 = []
  ingress_rules           = []
  egress_rules            = []
  firewall_rules          = []
}
resource "google_compute_network" "network" {
  name                    = var.network_name
  project                 = var.project_id
  auto_create_subnetworks = var.auto_create_subnetworks
  routing_mode            = var.routing_mode
}
resource "google_compute_subnetwork" "subnetwork" {
  for_each                 = { for subnet in var.subnets : subnet.subnet_name => subnet }
  name                     = each.value.subnet_name
  ip_cidr_range            = each.value.subnet_ip
  region                   = each.value.subnet_region
  network                  = google_compute_network.network.id
  private_ip_google_access = try(each.value.subnet_private_access, false)
  dynamic "log_config" {
    for_each = try(tobool(each.value.subnet_flow_logs), false) ? [1] : []
    content { aggregation_interval = try(each.value.subnet_flow_logs_interval, "INTERVAL_5_SEC") }
  }
}
resource "google_compute_firewall" "rules" {
  for_each      = { for rule in concat(var.ingress_rules, var.firewall_rules) : rule.name => rule }
  name          = each.value.name
  network       = google_compute_network.network.name
  direction     = try(each.value.direction, "INGRESS")
  source_ranges = try(each.value.source_ranges, each.value.ranges, null)
  source_tags   = try(each.value.source_tags, null)
  target_tags   = try(each.value.target_tags, null)
  disabled      = try(each.value.disabled, null)
  dynamic "allow" {
    for_each = try(each.value.allow, [])
    content {
      protocol = allow.value.protocol
      ports    = try(allow.value.ports, null)
    }
  }
  dynamic "deny" {
    for_each = try(each.value.deny, [])
    content {
      protocol = deny.value.protocol
      ports    = try(deny.value.ports, null)
    }
  }
}
output "network_name" { value = google_compute_network.network.name }
output "network_id" { value = google_compute_network.network.id }
output "network_self_link" { value = google_compute_network.network.self_link }
output "subnets" { value = google_compute_subnetwork.subnetwork }
output "subnets_names" { value = [for subnet in google_compute_subnetwork.subnetwork : subnet.name] }
`,
  },
  {
    sources: both('cloud-storage/google'),
    major: 11,
    text: `
defaults {
  names                    = []
  versioning               = {}
  force_destroy            = {}
  bucket_policy_only       = {}
  encryption_key_names     = {}
  lifecycle_rules          = []
  bucket_lifecycle_rules   = {}
  location                 = "EU"
  storage_class            = "STANDARD"
  labels                   = {}
  public_access_prevention = "inherited"
  logging                  = {}
}
resource "google_storage_bucket" "buckets" {
  for_each                    = toset(var.names)
  name                        = each.value
  project                     = var.project_id
  location                    = var.location
  storage_class               = var.storage_class
  labels                      = var.labels
  force_destroy               = lookup(var.force_destroy, each.value, false)
  uniform_bucket_level_access = lookup(var.bucket_policy_only, each.value, true)
  public_access_prevention    = var.public_access_prevention
  versioning { enabled = lookup(var.versioning, each.value, false) }
  dynamic "encryption" {
    for_each = contains(keys(var.encryption_key_names), each.value) ? [1] : []
    content { default_kms_key_name = var.encryption_key_names[each.value] }
  }
  dynamic "lifecycle_rule" {
    for_each = concat(var.lifecycle_rules, lookup(var.bucket_lifecycle_rules, each.value, []))
    content {
      action { type = lifecycle_rule.value.action.type }
      condition { age = try(lifecycle_rule.value.condition.age, null) }
    }
  }
  dynamic "logging" {
    for_each = try([var.logging[each.value]], [])
    content { log_bucket = try(logging.value.log_bucket, null) }
  }
}
output "names" { value = { for name, bucket in google_storage_bucket.buckets : name => bucket.name } }
output "name" { value = try(values(google_storage_bucket.buckets)[0].name, null) }
`,
  },
  {
    sources: both('cloud-storage/google//modules/simple_bucket'),
    major: 11,
    text: `
defaults {
  versioning               = true
  bucket_policy_only       = true
  force_destroy            = false
  lifecycle_rules          = []
  public_access_prevention = "inherited"
  labels                   = {}
}
resource "google_storage_bucket" "bucket" {
  name                        = var.name
  project                     = var.project_id
  location                    = var.location
  storage_class               = var.storage_class
  uniform_bucket_level_access = var.bucket_policy_only
  force_destroy               = var.force_destroy
  public_access_prevention    = var.public_access_prevention
  labels                      = var.labels
  versioning { enabled = var.versioning }
  dynamic "encryption" {
    for_each = var.encryption != null ? [var.encryption] : []
    content { default_kms_key_name = try(encryption.value.default_kms_key_name, null) }
  }
  dynamic "lifecycle_rule" {
    for_each = var.lifecycle_rules
    content {
      action { type = lifecycle_rule.value.action.type }
      condition { age = try(lifecycle_rule.value.condition.age, null) }
    }
  }
  dynamic "logging" {
    for_each = var.log_bucket != null ? [1] : []
    content { log_bucket = var.log_bucket }
  }
}
output "name" { value = google_storage_bucket.bucket.name }
output "url" { value = google_storage_bucket.bucket.url }
`,
  },
];
