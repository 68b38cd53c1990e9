resource "azurerm_mssql_server" "primary" {
  name                          = "permits-sql-${var.regions[0]}"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = var.regions[0]
  version                       = "12.0"
  minimum_tls_version           = "1.2"
  public_network_access_enabled = false

  azuread_administrator {
    login_username              = var.sql_admin_group.name
    object_id                   = var.sql_admin_group.object_id
    azuread_authentication_only = true
  }
}

resource "azurerm_mssql_server" "secondary" {
  name                         = "permits-sql-${var.regions[1]}"
  resource_group_name          = azurerm_resource_group.main.name
  location                     = var.regions[1]
  version                      = "12.0"
  administrator_login          = "permits"
  administrator_login_password = var.sql_password
}

resource "azurerm_mssql_firewall_rule" "everyone" {
  name             = "everyone"
  server_id        = azurerm_mssql_server.secondary.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}

resource "azurerm_mssql_database" "permits" {
  name           = "permits"
  server_id      = azurerm_mssql_server.primary.id
  sku_name       = "BC_Gen5_4"
  zone_redundant = true

  short_term_retention_policy {
    retention_days = 35
  }
  long_term_retention_policy {
    weekly_retention = "P12W"
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "azurerm_mssql_database" "archive" {
  name                 = "archive"
  server_id            = azurerm_mssql_server.primary.id
  sku_name             = "GP_S_Gen5_2"
  storage_account_type = "Local"
}

resource "azurerm_mssql_failover_group" "permits" {
  name      = "permits"
  server_id = azurerm_mssql_server.primary.id
  databases = [azurerm_mssql_database.permits.id]
  partner_server {
    id = azurerm_mssql_server.secondary.id
  }
  read_write_endpoint_failover_policy {
    mode          = "Automatic"
    grace_minutes = 60
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "primary" {
  server_id              = azurerm_mssql_server.primary.id
  log_monitoring_enabled = true
}

resource "azurerm_mysql_flexible_server" "cms" {
  name                   = "permits-cms"
  resource_group_name    = azurerm_resource_group.main.name
  location               = azurerm_resource_group.main.location
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "cms"
  administrator_password = var.sql_password
}

resource "azurerm_cosmosdb_account" "drafts" {
  name                = "permits-drafts"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  dynamic "geo_location" {
    for_each = var.regions
    content {
      location          = geo_location.value
      failover_priority = geo_location.key
    }
  }

  backup {
    type = "Continuous"
  }
}
