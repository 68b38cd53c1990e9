import type { RegistryModule } from './registryModule';

/** Azure modules people use most: AKS, network, PostgreSQL and verified modules. */
export const azureModules: readonly RegistryModule[] = [
  {
    sources: ['Azure/aks/azurerm'],
    major: 9,
    text: `
defaults {
  agents_count                     = 2
  agents_size                      = "Standard_D2s_v3"
  agents_pool_name                 = "nodepool"
  enable_auto_scaling              = false
  private_cluster_enabled          = false
  azure_policy_enabled             = false
  log_analytics_workspace_enabled  = true
  role_based_access_control_enabled = false
  sku_tier                         = "Free"
  node_pools                       = {}
  net_profile_enabled              = true
  network_plugin                   = "kubenet"
  tags                             = {}
}
locals {
  autoscaling = var.auto_scaling_enabled != null ? var.auto_scaling_enabled : var.enable_auto_scaling
}
resource "azurerm_kubernetes_cluster" "main" {
  name                              = var.cluster_name
  location                          = var.location
  resource_group_name               = var.resource_group_name
  kubernetes_version                = var.kubernetes_version
  sku_tier                          = var.sku_tier
  private_cluster_enabled           = var.private_cluster_enabled
  azure_policy_enabled              = var.azure_policy_enabled
  local_account_disabled            = var.local_account_disabled
  role_based_access_control_enabled = var.role_based_access_control_enabled
  disk_encryption_set_id            = var.disk_encryption_set_id
  automatic_upgrade_channel         = var.automatic_channel_upgrade
  default_node_pool {
    name                 = var.agents_pool_name
    node_count           = local.autoscaling ? null : var.agents_count
    vm_size              = var.agents_size
    auto_scaling_enabled = local.autoscaling
    min_count            = var.agents_min_count
    max_count            = var.agents_max_count
    zones                = var.agents_availability_zones
    vnet_subnet_id       = var.vnet_subnet_id
    host_encryption_enabled = var.enable_host_encryption
  }
  network_profile {
    network_plugin = var.network_plugin
    network_policy = var.network_policy
  }
  dynamic "api_server_access_profile" {
    for_each = var.api_server_authorized_ip_ranges != null ? [1] : []
    content { authorized_ip_ranges = var.api_server_authorized_ip_ranges }
  }
  dynamic "oms_agent" {
    for_each = var.log_analytics_workspace_enabled ? [1] : []
    content { log_analytics_workspace_id = try(var.log_analytics_workspace.id, azurerm_log_analytics_workspace.main[0].id) }
  }
  tags = var.tags
}
resource "azurerm_log_analytics_workspace" "main" {
  count             = var.log_analytics_workspace_enabled && var.log_analytics_workspace == null ? 1 : 0
  name              = var.cluster_log_analytics_workspace_name
  retention_in_days = var.log_retention_in_days != null ? var.log_retention_in_days : 30
}
resource "azurerm_kubernetes_cluster_node_pool" "node_pool" {
  for_each              = var.node_pools
  name                  = try(each.value.name, each.key)
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = each.value.vm_size
  node_count            = try(each.value.node_count, null)
  auto_scaling_enabled  = try(each.value.auto_scaling_enabled, each.value.enable_auto_scaling, null)
  min_count             = try(each.value.min_count, null)
  max_count             = try(each.value.max_count, null)
  zones                 = try(each.value.zones, null)
  priority              = try(each.value.priority, null)
}
output "aks_id" { value = azurerm_kubernetes_cluster.main.id }
output "aks_name" { value = azurerm_kubernetes_cluster.main.name }
`,
  },
  {
    sources: ['Azure/network/azurerm', 'Azure/vnet/azurerm'],
    major: 5,
    text: `
defaults {
  subnet_names    = ["subnet1"]
  subnet_prefixes = ["10.0.1.0/24"]
  tags            = {}
}
resource "azurerm_virtual_network" "vnet" {
  name                = var.vnet_name
  resource_group_name = var.resource_group_name
  location            = try(coalesce(var.vnet_location, var.resource_group_location), null)
  address_space       = try(flatten([var.address_space]), ["10.0.0.0/16"])
  tags                = var.tags
}
resource "azurerm_subnet" "subnet" {
  for_each             = { for index, name in var.subnet_names : name => try(var.subnet_prefixes[index], null) }
  name                 = each.key
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes     = [each.value]
}
output "vnet_id" { value = azurerm_virtual_network.vnet.id }
output "vnet_subnets" { value = [for subnet in azurerm_subnet.subnet : subnet.id] }
`,
  },
  {
    sources: ['Azure/postgresql/azurerm'],
    major: 3,
    text: `
defaults {
  sku_name                         = "GP_Gen5_4"
  backup_retention_days            = 7
  geo_redundant_backup_enabled     = true
  public_network_access_enabled    = false
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLS1_2"
  infrastructure_encryption_enabled = true
  firewall_rules                   = []
  tags                             = {}
}
resource "azurerm_postgresql_server" "server" {
  name                              = var.server_name
  resource_group_name               = var.resource_group_name
  location                          = var.location
  sku_name                          = var.sku_name
  version                           = var.server_version
  storage_mb                        = var.storage_mb
  backup_retention_days             = var.backup_retention_days
  geo_redundant_backup_enabled      = var.geo_redundant_backup_enabled
  public_network_access_enabled     = var.public_network_access_enabled
  ssl_enforcement_enabled           = var.ssl_enforcement_enabled
  ssl_minimal_tls_version_enforced  = var.ssl_minimal_tls_version_enforced
  infrastructure_encryption_enabled = var.infrastructure_encryption_enabled
  tags                              = var.tags
}
resource "azurerm_postgresql_firewall_rule" "firewall_rules" {
  for_each         = { for index, rule in var.firewall_rules : tostring(index) => rule }
  server_name      = azurerm_postgresql_server.server.name
  start_ip_address = each.value.start_ip
  end_ip_address   = each.value.end_ip
}
output "server_id" { value = azurerm_postgresql_server.server.id }
output "server_name" { value = azurerm_postgresql_server.server.name }
`,
  },
  {
    sources: ['Azure/avm-res-storage-storageaccount/azurerm'],
    major: 0,
    text: `
defaults {
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  https_traffic_only_enabled      = true
  min_tls_version                 = "TLS1_2"
  public_network_access_enabled   = false
  allow_nested_items_to_be_public = false
  shared_access_key_enabled       = false
  containers                      = {}
}
resource "azurerm_storage_account" "this" {
  name                            = var.name
  resource_group_name             = var.resource_group_name
  location                        = var.location
  account_kind                    = var.account_kind
  account_tier                    = var.account_tier
  account_replication_type        = var.account_replication_type
  https_traffic_only_enabled      = var.https_traffic_only_enabled
  min_tls_version                 = var.min_tls_version
  public_network_access_enabled   = var.public_network_access_enabled
  allow_nested_items_to_be_public = var.allow_nested_items_to_be_public
  shared_access_key_enabled       = var.shared_access_key_enabled
  infrastructure_encryption_enabled = var.infrastructure_encryption_enabled
  dynamic "blob_properties" {
    for_each = var.blob_properties != null ? [var.blob_properties] : []
    content {
      versioning_enabled = try(blob_properties.value.versioning_enabled, null)
      dynamic "delete_retention_policy" {
        for_each = try([blob_properties.value.delete_retention_policy], [])
        content { days = try(delete_retention_policy.value.days, null) }
      }
    }
  }
  tags = var.tags
}
output "resource_id" { value = azurerm_storage_account.this.id }
output "name" { value = azurerm_storage_account.this.name }
`,
  },
  {
    sources: ['Azure/avm-res-keyvault-vault/azurerm'],
    major: 0,
    text: `
defaults {
  purge_protection_enabled      = true
  public_network_access_enabled = true
  sku_name                      = "premium"
}
resource "azurerm_key_vault" "this" {
  name                          = var.name
  resource_group_name           = var.resource_group_name
  location                      = var.location
  sku_name                      = var.sku_name
  tenant_id                     = var.tenant_id
  purge_protection_enabled      = var.purge_protection_enabled
  soft_delete_retention_days    = var.soft_delete_retention_days
  public_network_access_enabled = var.public_network_access_enabled
  dynamic "network_acls" {
    for_each = var.network_acls != null ? [var.network_acls] : []
    content {
      default_action = try(network_acls.value.default_action, "Deny")
      bypass         = try(network_acls.value.bypass, "None")
    }
  }
}
output "resource_id" { value = azurerm_key_vault.this.id }
`,
  },
  {
    sources: ['Azure/avm-res-network-virtualnetwork/azurerm'],
    major: 0,
    text: `
defaults {
  subnets = {}
}
resource "azurerm_virtual_network" "this" {
  name                = var.name
  resource_group_name = var.resource_group_name
  location            = var.location
  address_space       = var.address_space
  tags                = var.tags
}
resource "azurerm_subnet" "this" {
  for_each             = var.subnets
  name                 = try(each.value.name, each.key)
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = try(each.value.address_prefixes, [each.value.address_prefix], null)
}
output "resource_id" { value = azurerm_virtual_network.this.id }
`,
  },
];
