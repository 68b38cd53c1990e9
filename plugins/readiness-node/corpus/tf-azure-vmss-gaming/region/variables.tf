variable "name" { type = string }
variable "location" { type = string }
variable "resource_group" { type = string }
variable "cidr" { type = string }
variable "minimum" { type = number }
variable "maximum" { type = number }
variable "zones" { type = list(string) }
variable "image_version" { type = string }
variable "admin_key" { type = string }
variable "spot" {
  type    = bool
  default = false
}

output "subnet_id" {
  value = azurerm_subnet.servers.id
}
