resource "azurerm_virtual_network" "this" {
  name                = var.name
  location            = var.location
  resource_group_name = var.resource_group
  address_space       = [var.cidr]
}

resource "azurerm_subnet" "servers" {
  name                 = "servers"
  resource_group_name  = var.resource_group
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = [cidrsubnet(var.cidr, 4, 0)]
}

resource "azurerm_network_security_group" "servers" {
  name                = "${var.name}-servers"
  location            = var.location
  resource_group_name = var.resource_group
}

resource "azurerm_network_security_rule" "game" {
  name                        = "game"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Udp"
  source_port_range           = "*"
  destination_port_range      = "7000-8000"
  source_address_prefix       = "*"
  destination_address_prefix  = "*"
  resource_group_name         = var.resource_group
  network_security_group_name = azurerm_network_security_group.servers.name
}

resource "azurerm_network_security_rule" "ssh" {
  name                        = "ssh-office"
  priority                    = 110
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "22"
  source_address_prefixes     = ["192.0.2.0/24"]
  destination_address_prefix  = "*"
  resource_group_name         = var.resource_group
  network_security_group_name = azurerm_network_security_group.servers.name
}

resource "azurerm_subnet_network_security_group_association" "servers" {
  subnet_id                 = azurerm_subnet.servers.id
  network_security_group_id = azurerm_network_security_group.servers.id
}

resource "azurerm_public_ip" "lb" {
  name                = "${var.name}-lb"
  location            = var.location
  resource_group_name = var.resource_group
  allocation_method   = "Static"
  sku                 = "Standard"
}

resource "azurerm_lb" "servers" {
  name                = var.name
  location            = var.location
  resource_group_name = var.resource_group
  sku                 = "Standard"
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = azurerm_public_ip.lb.id
  }
}

resource "azurerm_lb_backend_address_pool" "servers" {
  name            = "servers"
  loadbalancer_id = azurerm_lb.servers.id
}

resource "azurerm_lb_probe" "health" {
  name            = "health"
  loadbalancer_id = azurerm_lb.servers.id
  port            = 9000
}

resource "azurerm_lb_rule" "udp" {
  name                           = "udp"
  loadbalancer_id                = azurerm_lb.servers.id
  protocol                       = "Udp"
  frontend_port                  = 7777
  backend_port                   = 7777
  frontend_ip_configuration_name = "public"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.servers.id]
  probe_id                       = azurerm_lb_probe.health.id
}

resource "azurerm_linux_virtual_machine_scale_set" "servers" {
  name                        = "${var.name}-servers"
  location                    = var.location
  resource_group_name         = var.resource_group
  sku                         = "Standard_F8s_v2"
  instances                   = var.minimum
  admin_username              = "ops"
  zones                       = var.zones
  zone_balance                = length(var.zones) > 1
  upgrade_mode                = "Rolling"
  health_probe_id             = azurerm_lb_probe.health.id
  priority                    = var.spot ? "Spot" : "Regular"
  encryption_at_host_enabled  = true
  platform_fault_domain_count = 1
  source_image_id             = "/subscriptions/000/resourceGroups/images/providers/Microsoft.Compute/galleries/game/images/server/versions/${var.image_version}"

  rolling_upgrade_policy {
    max_batch_instance_percent              = 20
    max_unhealthy_instance_percent          = 20
    max_unhealthy_upgraded_instance_percent = 20
    pause_time_between_batches              = "PT1M"
  }

  admin_ssh_key {
    username   = "ops"
    public_key = var.admin_key
  }

  os_disk {
    caching              = "ReadOnly"
    storage_account_type = "Premium_LRS"
  }

  network_interface {
    name    = "main"
    primary = true
    ip_configuration {
      name                                   = "main"
      primary                                = true
      subnet_id                              = azurerm_subnet.servers.id
      load_balancer_backend_address_pool_ids = [azurerm_lb_backend_address_pool.servers.id]
    }
  }

  custom_data = base64encode(file("${path.module}/cloud-init.yaml"))
}

resource "azurerm_monitor_autoscale_setting" "servers" {
  name                = "${var.name}-servers"
  location            = var.location
  resource_group_name = var.resource_group
  target_resource_id  = azurerm_linux_virtual_machine_scale_set.servers.id

  profile {
    name = "players"
    capacity {
      default = var.minimum
      minimum = var.minimum
      maximum = var.maximum
    }
    rule {
      metric_trigger {
        metric_name        = "Percentage CPU"
        metric_resource_id = azurerm_linux_virtual_machine_scale_set.servers.id
        time_grain         = "PT1M"
        statistic          = "Average"
        time_window        = "PT5M"
        time_aggregation   = "Average"
        operator           = "GreaterThan"
        threshold          = 65
      }
      scale_action {
        direction = "Increase"
        type      = "ChangeCount"
        value     = "4"
        cooldown  = "PT3M"
      }
    }
  }
}
