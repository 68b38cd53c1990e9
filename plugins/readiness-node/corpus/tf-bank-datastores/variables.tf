variable "statements_password" {
  description = "From the enterprise vault, injected by the workspace"
  type        = string
  sensitive   = true
}

variable "reporting_multi_az" {
  description = "Reporting may be down for an hour"
  type        = bool
  default     = false
}

variable "dr_kms_key_arn" {
  description = "Key of the DR region"
  type        = string
}

variable "dr_vault_arn" {
  description = "Backup vault in the DR account"
  type        = string
}

variable "backup_role_arn" {
  description = "Role of AWS Backup"
  type        = string
}
