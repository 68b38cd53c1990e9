resource "azurerm_postgresql_flexible_server" "metadata" {
  name                          = "acme-images-${var.environment}"
  resource_group_name           = azurerm_resource_group.images.name
  location                      = var.location
  version                       = "16"
  sku_name                      = var.postgres_sku
  storage_mb                    = 65536
  auto_grow_enabled             = true
  backup_retention_days         = 14
  geo_redundant_backup_enabled  = false
  public_network_access_enabled = false
  delegated_subnet_id           = azurerm_subnet.data.id
  administrator_login           = "images"
  administrator_password        = random_password.postgres.result
  zone                          = "1"
  tags                          = local.tags

  dynamic "high_availability" {
    for_each = var.environment == "production" ? [1] : []
    content {
      mode                      = "ZoneRedundant"
      standby_availability_zone = "2"
    }
  }
}

resource "random_password" "postgres" {
  length = 32
}

resource "azurerm_redis_cache" "recent" {
  name                 = "acme-images-${var.environment}"
  resource_group_name  = azurerm_resource_group.images.name
  location             = var.location
  capacity             = 1
  family               = "C"
  sku_name             = "Standard"
  non_ssl_port_enabled = false
  minimum_tls_version  = "1.2"
  tags                 = local.tags
}
