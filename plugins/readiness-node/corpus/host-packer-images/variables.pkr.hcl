variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "debian_version" {
  type        = string
  description = "Point release of Debian"
  default     = "12"
  validation {
    condition     = can(regex("^1[0-9]", var.debian_version))
    error_message = "Debian 10 or newer."
  }
}

variable "vault_addr" {
  type    = string
  default = env("VAULT_ADDR")
}
