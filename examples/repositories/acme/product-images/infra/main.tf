terraform {
  required_version = ">= 1.5.0"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.14"
    }
  }
  backend "azurerm" {
    resource_group_name  = "terraform"
    storage_account_name = "acmetfstate"
    container_name       = "tfstate"
    key                  = "product-images.tfstate"
  }
}

provider "azurerm" {
  features {}
  subscription_id = var.subscription_id
}

locals {
  tags = {
    team        = "catalogue"
    environment = var.environment
  }
}

resource "azurerm_resource_group" "images" {
  name     = "product-images-${var.environment}"
  location = var.location
  tags     = local.tags
}

resource "azurerm_virtual_network" "images" {
  name                = "product-images"
  location            = var.location
  resource_group_name = azurerm_resource_group.images.name
  address_space       = ["10.80.0.0/16"]
  tags                = local.tags
}

resource "azurerm_subnet" "data" {
  name                 = "data"
  resource_group_name  = azurerm_resource_group.images.name
  virtual_network_name = azurerm_virtual_network.images.name
  address_prefixes     = ["10.80.1.0/24"]

  delegation {
    name = "postgres"
    service_delegation {
      name = "Microsoft.DBforPostgreSQL/flexibleServers"
    }
  }
}

resource "azurerm_network_security_group" "studio" {
  name                = "studio-upload"
  location            = var.location
  resource_group_name = azurerm_resource_group.images.name
  tags                = local.tags

  security_rule {
    name                       = "rdp"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "3389"
    source_address_prefix      = "198.51.100.0/24"
    destination_address_prefix = "*"
  }
}

resource "azurerm_storage_account" "images" {
  name                            = "acmeimages${var.environment}"
  resource_group_name             = azurerm_resource_group.images.name
  location                        = var.location
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  min_tls_version                 = "TLS1_2"
  https_traffic_only_enabled      = true
  allow_nested_items_to_be_public = true
  public_network_access_enabled   = true
  tags                            = local.tags

  blob_properties {
    versioning_enabled = true
    delete_retention_policy {
      days = 30
    }
  }
}

resource "azurerm_storage_container" "originals" {
  name                  = "originals"
  storage_account_id    = azurerm_storage_account.images.id
  container_access_type = "private"
}

resource "azurerm_service_plan" "images" {
  name                   = "product-images"
  resource_group_name    = azurerm_resource_group.images.name
  location               = var.location
  os_type                = "Linux"
  sku_name               = "P1v3"
  worker_count           = 2
  zone_balancing_enabled = false
  tags                   = local.tags
}

resource "azurerm_linux_web_app" "images" {
  name                = "acme-product-images-${var.environment}"
  resource_group_name = azurerm_resource_group.images.name
  location            = var.location
  service_plan_id     = azurerm_service_plan.images.id
  https_only          = true
  tags                = local.tags

  identity {
    type = "SystemAssigned"
  }

  site_config {
    health_check_path                 = "/health"
    health_check_eviction_time_in_min = 5
    minimum_tls_version               = "1.2"

    application_stack {
      docker_image_name   = "acme/product-images:${var.image_tag}"
      docker_registry_url = "https://registry.acme.test"
    }
  }

  app_settings = {
    AZURE_STORAGE_CONNECTION_STRING       = "@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.storage.versionless_id})"
    APPLICATIONINSIGHTS_CONNECTION_STRING = azurerm_application_insights.images.connection_string
    REDIS_HOST                            = azurerm_redis_cache.recent.hostname
  }
}

resource "azurerm_key_vault" "images" {
  name                       = "acme-images-${var.environment}"
  resource_group_name        = azurerm_resource_group.images.name
  location                   = var.location
  tenant_id                  = var.tenant_id
  sku_name                   = "standard"
  purge_protection_enabled   = false
  soft_delete_retention_days = 7
  tags                       = local.tags
}

resource "azurerm_key_vault_secret" "storage" {
  name         = "storage"
  key_vault_id = azurerm_key_vault.images.id
  value        = azurerm_storage_account.images.primary_connection_string
}
