variable "name" { type = string }
variable "project" { type = string }
variable "region" {
  type    = string
  default = "europe-west1"
}
variable "regional" {
  type        = bool
  description = "High availability of cluster, database and cache"
  default     = true
}
variable "protect" {
  type    = bool
  default = true
}
variable "cidr" { type = string }
variable "pods_cidr" { type = string }
variable "services_cidr" { type = string }
variable "authorized_networks" {
  type    = map(string)
  default = {}
}
variable "kms_key" {
  type    = string
  default = null
}
variable "sql_tier" {
  type    = string
  default = "db-custom-2-7680"
}
variable "channels" {
  type    = list(string)
  default = []
}
variable "node_pools" {
  type = map(object({
    machine_type = string
    min          = number
    max          = number
    spot         = optional(bool, false)
  }))
}
