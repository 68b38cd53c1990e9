variable "region" {
  type        = string
  default     = "eu-central-1"
  description = "AWS region"
}

variable "environment" {
  type        = string
  description = "prod or staging"

  validation {
    condition     = contains(["prod", "staging"], var.environment)
    error_message = "environment must be prod or staging."
  }
}

variable "image_tag" {
  type        = string
  description = "Tag of the checkout image, the pipeline gives it"
}

variable "desired_count" {
  type    = number
  default = 1
}

variable "max_count" {
  type    = number
  default = 4
}

variable "cpu" {
  type    = number
  default = 512
}

variable "memory" {
  type    = number
  default = 1024
}

variable "domain_name" {
  type = string
}

variable "zone_id" {
  type = string
}

variable "vpc_cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "alarm_email" {
  type    = string
  default = ""
}
