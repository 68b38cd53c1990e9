variable "name" { type = string }
variable "resource_group" { type = string }
variable "location" { type = string }
variable "plan_id" { type = string }
variable "settings" {
  type    = map(string)
  default = {}
}
variable "identity_id" {
  type    = string
  default = null
}

resource "azurerm_storage_account" "this" {
  name                            = substr(replace("st${var.name}", "-", ""), 0, 24)
  resource_group_name             = var.resource_group
  location                        = var.location
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  shared_access_key_enabled       = false
  min_tls_version                 = "TLS1_2"
}

resource "azurerm_linux_function_app" "this" {
  name                          = "func-${var.name}"
  resource_group_name           = var.resource_group
  location                      = var.location
  service_plan_id               = var.plan_id
  storage_account_name          = azurerm_storage_account.this.name
  storage_uses_managed_identity = true
  https_only                    = true
  app_settings                  = var.settings

  site_config {
    minimum_tls_version      = "1.2"
    application_insights_key = null
    application_stack {
      python_version = "3.11"
    }
  }

  dynamic "identity" {
    for_each = var.identity_id == null ? [] : [var.identity_id]
    content {
      type         = "UserAssigned"
      identity_ids = [identity.value]
    }
  }
}

output "id" {
  value = azurerm_linux_function_app.this.id
}
