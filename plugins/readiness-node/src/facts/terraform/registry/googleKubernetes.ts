import type { RegistryModule } from './registryModule';

const clusterText = (isPrivate: boolean) => `
defaults {
  regional                   = true
  release_channel            = "REGULAR"
  logging_service            = "logging.googleapis.com/kubernetes"
  monitoring_service         = "monitoring.googleapis.com/kubernetes"
  network_policy             = false
  http_load_balancing        = true
  horizontal_pod_autoscaling = true
  deletion_protection        = true
  remove_default_node_pool   = false
  enable_shielded_nodes      = true
  enable_binary_authorization = false
  enable_private_nodes       = ${isPrivate ? 'var.module_major >= 35' : 'false'}
  enable_private_endpoint    = ${isPrivate ? 'var.module_major >= 35' : 'false'}
  master_authorized_networks = []
  database_encryption        = [{ state = "DECRYPTED", key_name = "" }]
  node_pools                 = [{ name = "default-node-pool" }]
  zones                      = []
  cluster_resource_labels    = {}
  windows_node_pools         = []
  datapath_provider          = "DATAPATH_PROVIDER_UNSPECIFIED"
  identity_namespace         = "enabled"
}
resource "google_container_cluster" "primary" {
  name                     = var.name
  project                  = var.project_id
  location                 = var.regional ? var.region : try(var.zones[0], null)
  node_locations           = length(var.zones) > 0 ? (var.regional ? var.zones : slice(var.zones, 1, length(var.zones))) : null
  network                  = var.network
  subnetwork               = var.subnetwork
  min_master_version       = var.kubernetes_version
  logging_service          = try(length(var.logging_enabled_components) > 0, false) ? null : var.logging_service
  monitoring_service       = try(length(var.monitoring_enabled_components) > 0, false) ? null : var.monitoring_service
  deletion_protection      = var.deletion_protection
  enable_shielded_nodes    = var.enable_shielded_nodes
  datapath_provider        = var.datapath_provider
  remove_default_node_pool = var.remove_default_node_pool
  resource_labels          = var.cluster_resource_labels
  release_channel { channel = var.release_channel }
  dynamic "network_policy" {
    for_each = var.network_policy ? [1] : []
    content { enabled = true }
  }
  dynamic "private_cluster_config" {
    for_each = var.enable_private_nodes || var.enable_private_endpoint ? [1] : []
    content {
      enable_private_nodes    = var.enable_private_nodes
      enable_private_endpoint = var.enable_private_endpoint
      master_ipv4_cidr_block  = var.master_ipv4_cidr_block
    }
  }
  dynamic "master_authorized_networks_config" {
    for_each = length(var.master_authorized_networks) > 0 ? [1] : []
    content {
      dynamic "cidr_blocks" {
        for_each = var.master_authorized_networks
        content { cidr_block = try(cidr_blocks.value.cidr_block, null) }
      }
    }
  }
  dynamic "database_encryption" {
    for_each = var.database_encryption
    content {
      state    = database_encryption.value.state
      key_name = database_encryption.value.key_name
    }
  }
  dynamic "workload_identity_config" {
    for_each = var.identity_namespace == null || var.identity_namespace == "disabled" ? [] : [1]
    content { workload_pool = var.identity_namespace }
  }
}
resource "google_container_node_pool" "pools" {
  for_each       = { for pool in var.node_pools : pool.name => pool }
  name           = each.key
  cluster        = google_container_cluster.primary.name
  location       = google_container_cluster.primary.location
  node_locations = try(split(",", each.value.node_locations), null)
  node_count     = try(each.value.autoscaling, true) ? null : try(each.value.node_count, each.value.min_count, 1)
  dynamic "autoscaling" {
    for_each = try(tobool(each.value.autoscaling), true) ? [1] : []
    content {
      min_node_count = try(each.value.min_count, 1)
      max_node_count = try(each.value.max_count, 100)
    }
  }
  management {
    auto_repair  = try(each.value.auto_repair, true)
    auto_upgrade = try(each.value.auto_upgrade, var.release_channel != "UNSPECIFIED")
  }
  upgrade_settings {
    max_surge       = try(each.value.max_surge, 1)
    max_unavailable = try(each.value.max_unavailable, 0)
  }
  node_config {
    machine_type = try(each.value.machine_type, "e2-medium")
    disk_type    = try(each.value.disk_type, "pd-standard")
    disk_size_gb = try(each.value.disk_size_gb, 100)
    image_type   = try(each.value.image_type, "COS_CONTAINERD")
    preemptible  = try(each.value.preemptible, false)
    spot         = try(each.value.spot, false)
    shielded_instance_config {
      enable_secure_boot          = try(each.value.enable_secure_boot, false)
      enable_integrity_monitoring = try(each.value.enable_integrity_monitoring, true)
    }
  }
}
output "name" { value = google_container_cluster.primary.name }
output "cluster_id" { value = google_container_cluster.primary.id }
output "endpoint" { value = google_container_cluster.primary.endpoint }
`;

const sourcesOf = (part: string): readonly string[] => [
  `terraform-google-modules/kubernetes-engine/google${part}`,
  `GoogleCloudPlatform/kubernetes-engine/google${part}`,
];

/** GKE modules of Google. */
export const googleKubernetesModules: readonly RegistryModule[] = [
  {
    sources: [
      ...sourcesOf(''),
      ...sourcesOf('//modules/beta-public-cluster'),
      ...sourcesOf('//modules/beta-public-cluster-update-variant'),
    ],
    major: 36,
    text: clusterText(false),
  },
  {
    sources: [
      ...sourcesOf('//modules/private-cluster'),
      ...sourcesOf('//modules/private-cluster-update-variant'),
      ...sourcesOf('//modules/beta-private-cluster'),
      ...sourcesOf('//modules/beta-private-cluster-update-variant'),
    ],
    major: 36,
    text: clusterText(true),
  },
];
