variable "subscription_id" {
  type = string
}

variable "tenant_id" {
  type = string
}

variable "environment" {
  type    = string
  default = "production"
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "postgres_sku" {
  type    = string
  default = "GP_Standard_D2ds_v5"
}

variable "image_tag" {
  type    = string
  default = "0.9.4"
}
