resource "azurerm_log_analytics_workspace" "images" {
  name                = "product-images"
  resource_group_name = azurerm_resource_group.images.name
  location            = var.location
  sku                 = "PerGB2018"
  retention_in_days   = 30
  tags                = local.tags
}

resource "azurerm_application_insights" "images" {
  name                = "product-images"
  resource_group_name = azurerm_resource_group.images.name
  location            = var.location
  workspace_id        = azurerm_log_analytics_workspace.images.id
  application_type    = "Node.JS"
  tags                = local.tags
}

resource "azurerm_monitor_diagnostic_setting" "app" {
  name                       = "logs"
  target_resource_id         = azurerm_linux_web_app.images.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.images.id

  enabled_log {
    category = "AppServiceHTTPLogs"
  }

  enabled_log {
    category = "AppServiceConsoleLogs"
  }
}

resource "azurerm_monitor_action_group" "team" {
  name                = "team-catalogue"
  resource_group_name = azurerm_resource_group.images.name
  short_name          = "catalogue"
  tags                = local.tags

  email_receiver {
    name          = "team"
    email_address = "team-catalogue@acme.test"
  }
}

resource "azurerm_monitor_metric_alert" "errors" {
  name                = "errors"
  resource_group_name = azurerm_resource_group.images.name
  scopes              = [azurerm_linux_web_app.images.id]
  description         = "Pictures are missing in the shop"
  tags                = local.tags

  criteria {
    metric_namespace = "Microsoft.Web/sites"
    metric_name      = "Http5xx"
    aggregation      = "Total"
    operator         = "GreaterThan"
    threshold        = 20
  }

  action {
    action_group_id = azurerm_monitor_action_group.team.id
  }
}

resource "azurerm_monitor_autoscale_setting" "images" {
  name                = "product-images"
  resource_group_name = azurerm_resource_group.images.name
  location            = var.location
  target_resource_id  = azurerm_service_plan.images.id
  tags                = local.tags

  profile {
    name = "cpu"

    capacity {
      default = 2
      minimum = 2
      maximum = 8
    }

    rule {
      metric_trigger {
        metric_name        = "CpuPercentage"
        metric_resource_id = azurerm_service_plan.images.id
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
