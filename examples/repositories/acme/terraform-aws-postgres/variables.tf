variable "name" {
  description = "Name of the instance"
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}$", var.name))
    error_message = "Lower case letters, digits and dashes, at most 41."
  }
}

variable "vpc_id" {
  description = "VPC of the instance"
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets in at least two zones"
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "RDS needs subnets in at least two zones."
  }
}

variable "client_groups" {
  description = "Security groups that may connect, by what they are"
  type        = map(string)
  default     = {}
}

variable "engine_version" {
  description = "Version of PostgreSQL"
  type        = string
  default     = "16.4"
}

variable "instance_class" {
  description = "Instance class"
  type        = string
  default     = "db.m7g.large"
}

variable "storage_gb" {
  description = "Initial size of the storage; it grows to five times of it"
  type        = number
  default     = 100
}

variable "max_connections" {
  description = "What the parameter group allows, for the alarm"
  type        = number
  default     = 400
}

variable "multi_az" {
  description = "Standby in a second zone"
  type        = bool
  default     = true
}

variable "backup_retention_days" {
  description = "Days that automated backups are kept"
  type        = number
  default     = 30

  validation {
    condition     = var.backup_retention_days >= 7 && var.backup_retention_days <= 35
    error_message = "Between 7 and 35 days."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the instance"
  type        = bool
  default     = true
}

variable "parameters" {
  description = "Further parameters of the database"
  type        = map(string)
  default     = {}
}

variable "monitoring_role_arn" {
  description = "Role of enhanced monitoring"
  type        = string
}

variable "alarm_topic_arn" {
  description = "SNS topic that the alarms go to"
  type        = string
}

variable "tags" {
  description = "Tags of everything"
  type        = map(string)
}
