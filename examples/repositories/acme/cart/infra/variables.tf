variable "environment" {
  description = "Environment, also the suffix of every name"
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "The environment is staging or production."
  }
}

variable "vpc_id" {
  description = "VPC of the environment, from aws-foundation"
  type        = string
}

variable "private_subnet_ids" {
  description = "Private subnets in three zones, from aws-foundation"
  type        = list(string)

  validation {
    condition     = length(var.private_subnet_ids) >= 2
    error_message = "At least two subnets, each in its own zone."
  }
}

variable "cluster_security_group_id" {
  description = "Security group of the cluster's nodes"
  type        = string
}

variable "price_cache_nodes" {
  description = "Nodes of the price cache, one primary and its replicas"
  type        = number
  default     = 2
}

variable "alarm_topic_arn" {
  description = "SNS topic that pages the checkout team"
  type        = string
}

variable "monthly_budget" {
  description = "Budget in USD; the team is told at 80 % and 100 %"
  type        = number
  default     = 400
}
