resource "azurerm_postgresql_flexible_server" "this" {
  name                         = "psql-${local.suffix}"
  resource_group_name          = azurerm_resource_group.this.name
  location                     = azurerm_resource_group.this.location
  version                      = "16"
  sku_name                     = var.postgres_sku
  storage_mb                   = 131072
  auto_grow_enabled            = true
  delegated_subnet_id          = azurerm_subnet.this["data"].id
  private_dns_zone_id          = azurerm_private_dns_zone.postgres.id
  administrator_login          = "logi"
  administrator_password       = random_password.postgres.result
  backup_retention_days        = var.backup_days
  geo_redundant_backup_enabled = var.env == "prd"
  zone                         = "1"

  dynamic "high_availability" {
    for_each = var.env == "prd" ? [1] : []
    content {
      mode                      = "ZoneRedundant"
      standby_availability_zone = "2"
    }
  }

  tags = local.tags

  lifecycle {
    prevent_destroy = true
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "log" {
  for_each = {
    log_min_duration_statement = "1000"
    require_secure_transport   = "on"
  }
  name      = each.key
  server_id = azurerm_postgresql_flexible_server.this.id
  value     = each.value
}

resource "azurerm_private_dns_zone" "postgres" {
  name                = "logi.postgres.database.azure.com"
  resource_group_name = azurerm_resource_group.this.name
}

resource "random_password" "postgres" {
  length = 40
}

resource "azurerm_redis_cache" "this" {
  name                          = "redis-${local.suffix}"
  location                      = azurerm_resource_group.this.location
  resource_group_name           = azurerm_resource_group.this.name
  capacity                      = 1
  family                        = var.redis_sku == "Premium" ? "P" : "C"
  sku_name                      = var.redis_sku
  minimum_tls_version           = "1.2"
  non_ssl_port_enabled          = false
  public_network_access_enabled = false
}

resource "azurerm_storage_account" "documents" {
  name                            = "stlogidocs${var.env}"
  resource_group_name             = azurerm_resource_group.this.name
  location                        = azurerm_resource_group.this.location
  account_tier                    = "Standard"
  account_replication_type        = var.env == "prd" ? "GZRS" : "LRS"
  min_tls_version                 = "TLS1_2"
  allow_nested_items_to_be_public = false
  tags                            = local.tags

  blob_properties {
    versioning_enabled = true
    delete_retention_policy {
      days = 30
    }
  }
}

resource "azurerm_storage_account" "exchange" {
  name                     = "stlogiexchange${var.env}"
  resource_group_name      = azurerm_resource_group.this.name
  location                 = azurerm_resource_group.this.location
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_management_policy" "documents" {
  storage_account_id = azurerm_storage_account.documents.id
  rule {
    name    = "cool"
    enabled = true
    filters {
      blob_types = ["blockBlob"]
    }
    actions {
      base_blob {
        tier_to_cool_after_days_since_modification_greater_than = 30
      }
    }
  }
}

data "azurerm_client_config" "current" {}

resource "azurerm_key_vault" "this" {
  name                       = "kv-${local.suffix}"
  location                   = azurerm_resource_group.this.location
  resource_group_name        = azurerm_resource_group.this.name
  tenant_id                  = data.azurerm_client_config.current.tenant_id
  sku_name                   = "standard"
  purge_protection_enabled   = var.env == "prd"
  soft_delete_retention_days = 30
  enable_rbac_authorization  = true
  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}

resource "azurerm_key_vault_secret" "postgres" {
  name         = "postgres-password"
  key_vault_id = azurerm_key_vault.this.id
  value        = random_password.postgres.result
}

resource "azurerm_servicebus_namespace" "this" {
  name                = "sb-${local.suffix}"
  location            = azurerm_resource_group.this.location
  resource_group_name = azurerm_resource_group.this.name
  sku                 = "Standard"
}

resource "azurerm_servicebus_queue" "shipments" {
  name                                 = "shipments"
  namespace_id                         = azurerm_servicebus_namespace.this.id
  dead_lettering_on_message_expiration = true
  max_delivery_count                   = 5
}

resource "azurerm_log_analytics_workspace" "this" {
  name                = "log-${local.suffix}"
  location            = azurerm_resource_group.this.location
  resource_group_name = azurerm_resource_group.this.name
  sku                 = "PerGB2018"
  retention_in_days   = 90
}

resource "azurerm_monitor_diagnostic_setting" "aks" {
  name                       = "aks"
  target_resource_id         = azurerm_kubernetes_cluster.this.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.this.id
  enabled_log {
    category = "kube-audit-admin"
  }
  enabled_log {
    category = "guard"
  }
  metric {
    category = "AllMetrics"
    enabled  = false
  }
}

resource "azurerm_monitor_action_group" "oncall" {
  name                = "oncall"
  resource_group_name = azurerm_resource_group.this.name
  short_name          = "oncall"
  webhook_receiver {
    name        = "opsgenie"
    service_uri = var.opsgenie_webhook
  }
}

resource "azurerm_monitor_metric_alert" "node_cpu" {
  name                = "node-cpu"
  resource_group_name = azurerm_resource_group.this.name
  scopes              = [azurerm_kubernetes_cluster.this.id]
  criteria {
    metric_namespace = "Microsoft.ContainerService/managedClusters"
    metric_name      = "node_cpu_usage_percentage"
    aggregation      = "Average"
    operator         = "GreaterThan"
    threshold        = 85
  }
  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_consumption_budget_resource_group" "this" {
  name              = "budget"
  resource_group_id = azurerm_resource_group.this.id
  amount            = var.env == "prd" ? 8000 : 1000
  time_period {
    start_date = "2024-01-01T00:00:00Z"
  }
  notification {
    threshold      = 90
    operator       = "GreaterThan"
    contact_emails = ["platform@logistics.example"]
  }
}
