variable "name" {
  type        = string
  description = "Name of the bucket"
  validation {
    condition     = length(var.name) <= 63
    error_message = "Bucket names have at most 63 characters."
  }
}

variable "kms_key_arn" {
  type        = string
  description = "Key to use; null creates one or uses SSE-S3"
  default     = null
}

variable "create_kms_key" {
  type        = bool
  description = "Create a key when none is given"
  default     = true
}

variable "versioning" {
  type        = bool
  description = "Keep old versions"
  default     = true
}

variable "force_destroy" {
  type        = bool
  description = "Delete a full bucket"
  default     = false
}

variable "block_public_policy" {
  type        = bool
  description = "Block public policies"
  default     = true
}

variable "logging_bucket" {
  type        = string
  description = "Bucket for access logs"
  default     = null
}

variable "lifecycle_rules" {
  type = list(object({
    id              = string
    prefix          = optional(string)
    expiration_days = optional(number)
  }))
  description = "Lifecycle rules"
  default     = []
}

variable "notifications" {
  type = object({
    enabled      = optional(bool, false)
    kms_key      = optional(string)
    dead_letters = optional(bool, true)
  })
  description = "Queue for object events"
  default     = {}
}

variable "create_reader_policy" {
  type    = bool
  default = false
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything"
  default     = {}
}
