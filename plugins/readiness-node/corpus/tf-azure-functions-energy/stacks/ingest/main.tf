terraform {
  required_version = ">= 1.6"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.100"
    }
  }
  backend "azurerm" {
    storage_account_name = "sttofustate"
    container_name       = "state"
    key                  = "ingest.tfstate"
  }
}

provider "azurerm" {
  features {}
}

variable "stage" {
  type        = string
  description = "test or prod"
}

variable "eventhub_units" {
  type        = number
  description = "Throughput units"
  default     = 1
}

locals {
  name = "ingest-${var.stage}"
  functions = {
    parse  = { settings = { BATCH = "500" } }
    enrich = { settings = { WEATHER_API_KEY = "@Microsoft.KeyVault(VaultName=kv-ingest;SecretName=weather)" } }
  }
}

resource "azurerm_resource_group" "main" {
  name     = "rg-${local.name}"
  location = "germanywestcentral"
  tags     = { owner = "metering", stage = var.stage }
}

resource "azurerm_service_plan" "main" {
  name                = "plan-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  os_type             = "Linux"
  sku_name            = var.stage == "prod" ? "EP1" : "Y1"
}

module "function" {
  for_each       = local.functions
  source         = "../../modules/function"
  name           = "${local.name}-${each.key}"
  resource_group = azurerm_resource_group.main.name
  location       = azurerm_resource_group.main.location
  plan_id        = azurerm_service_plan.main.id
  identity_id    = azurerm_user_assigned_identity.main.id
  settings = merge(each.value.settings, {
    APPLICATIONINSIGHTS_CONNECTION_STRING = azurerm_application_insights.main.connection_string
    EventHub__fullyQualifiedNamespace     = "${azurerm_eventhub_namespace.main.name}.servicebus.windows.net"
  })
}

resource "azurerm_user_assigned_identity" "main" {
  name                = "id-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
}

resource "azurerm_role_assignment" "receiver" {
  scope                = azurerm_eventhub_namespace.main.id
  role_definition_name = "Azure Event Hubs Data Receiver"
  principal_id         = azurerm_user_assigned_identity.main.principal_id
}

resource "azurerm_eventhub_namespace" "main" {
  name                     = "evhns-${local.name}"
  resource_group_name      = azurerm_resource_group.main.name
  location                 = azurerm_resource_group.main.location
  sku                      = "Standard"
  capacity                 = var.eventhub_units
  auto_inflate_enabled     = true
  maximum_throughput_units = 20
}

resource "azurerm_eventhub" "readings" {
  name                = "readings"
  namespace_name      = azurerm_eventhub_namespace.main.name
  resource_group_name = azurerm_resource_group.main.name
  partition_count     = 8
  message_retention   = 3
}

resource "azurerm_cosmosdb_account" "meters" {
  name                          = "cosmos-${local.name}"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = azurerm_resource_group.main.location
  offer_type                    = "Standard"
  public_network_access_enabled = false
  enable_automatic_failover     = true

  capabilities {
    name = "EnableServerless"
  }
  consistency_policy {
    consistency_level = "BoundedStaleness"
  }
  geo_location {
    location          = azurerm_resource_group.main.location
    failover_priority = 0
    zone_redundant    = true
  }
  backup {
    type                = "Periodic"
    interval_in_minutes = 240
    retention_in_hours  = 48
    storage_redundancy  = "Geo"
  }
}

resource "azurerm_mariadb_server" "legacy" {
  name                         = "mariadb-legacy"
  resource_group_name          = azurerm_resource_group.main.name
  location                     = azurerm_resource_group.main.location
  sku_name                     = "GP_Gen5_2"
  version                      = "10.3"
  ssl_enforcement_enabled      = false
  administrator_login          = "legacy"
  administrator_login_password = data.azurerm_key_vault_secret.legacy.value
}

data "azurerm_key_vault" "shared" {
  name                = "kv-ingest"
  resource_group_name = "rg-shared"
}

data "azurerm_key_vault_secret" "legacy" {
  name         = "mariadb"
  key_vault_id = data.azurerm_key_vault.shared.id
}

resource "azurerm_application_insights" "main" {
  name                = "appi-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  application_type    = "other"
  workspace_id        = azurerm_log_analytics_workspace.main.id
}

resource "azurerm_log_analytics_workspace" "main" {
  name                = "log-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
}

resource "azurerm_api_management" "public" {
  name                = "apim-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  publisher_name      = "Energy"
  publisher_email     = "metering@energy.example"
  sku_name            = "Developer_1"
}

resource "azurerm_monitor_scheduled_query_rules_alert_v2" "errors" {
  name                 = "errors"
  resource_group_name  = azurerm_resource_group.main.name
  location             = azurerm_resource_group.main.location
  scopes               = [azurerm_application_insights.main.id]
  evaluation_frequency = "PT5M"
  window_duration      = "PT5M"
  severity             = 1
  criteria {
    query                   = "exceptions | count"
    time_aggregation_method = "Count"
    operator                = "GreaterThan"
    threshold               = 10
  }
}
