terraform {
  required_version = ">= 1.5"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.1"
    }
  }
  backend "azurerm" {
    resource_group_name  = "ops"
    storage_account_name = "opsstate"
    container_name       = "tf"
    key                  = "gameservers"
  }
}

provider "azurerm" {
  features {}
  subscription_id = var.subscription_id
}

variable "subscription_id" {
  type = string
}

variable "image_version" {
  type    = string
  default = "24.6.1"
}

variable "regions" {
  type = map(object({
    cidr  = string
    min   = number
    max   = number
    zones = optional(list(string), [])
  }))
}

resource "azurerm_resource_group" "main" {
  name     = "gameservers"
  location = "westeurope"
}

module "region" {
  source   = "./region"
  for_each = var.regions

  name           = each.key
  location       = each.key
  resource_group = azurerm_resource_group.main.name
  cidr           = each.value.cidr
  minimum        = each.value.min
  maximum        = each.value.max
  zones          = each.value.zones
  image_version  = var.image_version
  admin_key      = file("${path.module}/keys/admin.pub")
}

resource "azurerm_storage_account" "replays" {
  name                          = "replays"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = azurerm_resource_group.main.location
  account_tier                  = "Standard"
  account_replication_type      = "RAGRS"
  https_traffic_only_enabled    = true
  public_network_access_enabled = false
}

resource "azurerm_managed_disk" "symbols" {
  name                 = "symbols"
  location             = azurerm_resource_group.main.location
  resource_group_name  = azurerm_resource_group.main.name
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 512
}

resource "azurerm_linux_virtual_machine" "symbols" {
  name                            = "symbols"
  resource_group_name             = azurerm_resource_group.main.name
  location                        = azurerm_resource_group.main.location
  size                            = "Standard_B1s"
  admin_username                  = "ops"
  disable_password_authentication = true
  network_interface_ids           = [azurerm_network_interface.symbols.id]
  admin_ssh_key {
    username   = "ops"
    public_key = file("${path.module}/keys/admin.pub")
  }
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
  source_image_reference {
    publisher = "Canonical"
    offer     = "0001-com-ubuntu-server-jammy"
    sku       = "22_04-lts"
    version   = "latest"
  }
}

resource "azurerm_virtual_machine_data_disk_attachment" "symbols" {
  managed_disk_id    = azurerm_managed_disk.symbols.id
  virtual_machine_id = azurerm_linux_virtual_machine.symbols.id
  lun                = 0
  caching            = "ReadOnly"
}

resource "azurerm_network_interface" "symbols" {
  name                = "symbols"
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name
  ip_configuration {
    name                          = "internal"
    subnet_id                     = module.region["westeurope"].subnet_id
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_recovery_services_vault" "main" {
  name                = "backups"
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name
  sku                 = "Standard"
  storage_mode_type   = "GeoRedundant"
}

resource "azurerm_backup_policy_vm" "daily" {
  name                = "daily"
  resource_group_name = azurerm_resource_group.main.name
  recovery_vault_name = azurerm_recovery_services_vault.main.name
  backup {
    frequency = "Daily"
    time      = "23:00"
  }
  retention_daily {
    count = 14
  }
}

resource "azurerm_backup_protected_vm" "symbols" {
  resource_group_name = azurerm_resource_group.main.name
  recovery_vault_name = azurerm_recovery_services_vault.main.name
  source_vm_id        = azurerm_linux_virtual_machine.symbols.id
  backup_policy_id    = azurerm_backup_policy_vm.daily.id
}

resource "azurerm_traffic_manager_profile" "match" {
  name                   = "match"
  resource_group_name    = azurerm_resource_group.main.name
  traffic_routing_method = "Performance"
  dns_config {
    relative_name = "match"
    ttl           = 30
  }
  monitor_config {
    protocol = "TCP"
    port     = 7777
  }
}
