variable "env" {
  type        = string
  description = "prd, acc or dev"
  validation {
    condition     = contains(["prd", "acc", "dev"], var.env)
    error_message = "unknown environment"
  }
}
variable "location" {
  type        = string
  description = "Region"
  default     = "westeurope"
}
variable "address_space" {
  type        = string
  description = "Address space of the network"
}
variable "private_cluster" {
  type        = bool
  description = "Private API server"
  default     = true
}
variable "zones" {
  type        = list(string)
  description = "Zones of the node pools"
  default     = ["1", "2", "3"]
}
variable "system_min" {
  type        = number
  description = "Minimum of system nodes"
  default     = 3
}
variable "postgres_sku" {
  type        = string
  description = "SKU"
  default     = "GP_Standard_D4ds_v5"
}
variable "backup_days" {
  type        = number
  description = "Days of backups"
  default     = 14
}
variable "redis_sku" {
  type        = string
  description = "Basic, Standard or Premium"
  default     = "Standard"
}
variable "cost_center" {
  type        = string
  description = "Cost centre"
  default     = "L-100"
}
variable "devops_object_id" {
  type        = string
  description = "Object id of the DevOps group"
}
variable "opsgenie_webhook" {
  type        = string
  description = "Webhook of Opsgenie"
  sensitive   = true
}
