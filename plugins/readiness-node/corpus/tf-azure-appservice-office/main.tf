terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "=3.99.0"
    }
  }
  backend "azurerm" {}
}

provider "azurerm" {
  features {}
}

variable "environment" {
  type    = string
  default = "production"
}

variable "sql_admin_group" {
  type = object({ name = string, object_id = string })
}

variable "sql_password" {
  type      = string
  sensitive = true
  default   = ""
}

variable "regions" {
  type    = list(string)
  default = ["westeurope", "northeurope"]
}

resource "azurerm_resource_group" "main" {
  name     = "permits-${var.environment}"
  location = var.regions[0]
}

resource "azurerm_service_plan" "main" {
  name                   = "permits"
  resource_group_name    = azurerm_resource_group.main.name
  location               = azurerm_resource_group.main.location
  os_type                = "Linux"
  sku_name               = "P1v3"
  worker_count           = 2
  zone_balancing_enabled = true
}

resource "azurerm_linux_web_app" "portal" {
  name                          = "permits-portal-${var.environment}"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = azurerm_resource_group.main.location
  service_plan_id               = azurerm_service_plan.main.id
  https_only                    = true
  public_network_access_enabled = true

  identity {
    type = "SystemAssigned"
  }

  site_config {
    always_on                         = true
    minimum_tls_version               = "1.2"
    ftps_state                        = "Disabled"
    health_check_path                 = "/health"
    health_check_eviction_time_in_min = 5
    http2_enabled                     = true
    application_stack {
      dotnet_version = "8.0"
    }
  }

  app_settings = {
    APPLICATIONINSIGHTS_CONNECTION_STRING = azurerm_application_insights.main.connection_string
    "Payment__ApiKey"                     = "@Microsoft.KeyVault(SecretUri=https://permits-kv.vault.azure.net/secrets/payment)"
    "Mail__Password"                      = "Gemeinde!2022"
  }

  connection_string {
    name  = "Default"
    type  = "SQLAzure"
    value = "Server=tcp:${azurerm_mssql_server.primary.fully_qualified_domain_name};Database=permits;Authentication=Active Directory Default;"
  }

  logs {
    http_logs {
      file_system {
        retention_in_days = 7
        retention_in_mb   = 35
      }
    }
  }
}

resource "azurerm_linux_web_app_slot" "staging" {
  name           = "staging"
  app_service_id = azurerm_linux_web_app.portal.id
  site_config {}
}

resource "azurerm_linux_web_app" "backoffice" {
  name                = "permits-backoffice"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  service_plan_id     = azurerm_service_plan.main.id
  site_config {
    minimum_tls_version = "1.0"
  }
  auth_settings_v2 {
    auth_enabled           = true
    require_authentication = true
    default_provider       = "azureactivedirectory"
    login {}
  }
}

resource "azurerm_monitor_autoscale_setting" "plan" {
  name                = "permits"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  target_resource_id  = azurerm_service_plan.main.id
  profile {
    name = "default"
    capacity {
      default = 2
      minimum = 2
      maximum = 6
    }
    rule {
      metric_trigger {
        metric_name        = "CpuPercentage"
        metric_resource_id = azurerm_service_plan.main.id
        time_grain         = "PT1M"
        statistic          = "Average"
        time_window        = "PT5M"
        time_aggregation   = "Average"
        operator           = "GreaterThan"
        threshold          = 70
      }
      scale_action {
        direction = "Increase"
        type      = "ChangeCount"
        value     = "1"
        cooldown  = "PT5M"
      }
    }
  }
}

resource "azurerm_application_insights" "main" {
  name                = "permits"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  application_type    = "web"
  retention_in_days   = 90
}
