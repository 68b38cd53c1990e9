variable "environment" {
  description = "staging or production"
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "The environment is staging or production."
  }
}

variable "region" {
  description = "Home region"
  type        = string
  default     = "eu-west-1"
}

variable "cidr" {
  description = "Address range of the VPC"
  type        = string
  default     = "10.20.0.0/16"
}

variable "single_nat_gateway" {
  description = "One NAT gateway for all zones; cheaper, and a zone outage takes all egress with it"
  type        = bool
  default     = true
}

variable "office_cidrs" {
  description = "Who reaches the cluster's endpoint from outside"
  type        = list(string)
  default     = ["192.0.2.0/24", "198.51.100.0/24"]
}

variable "node_groups" {
  description = "Managed node groups by name"
  type = map(object({
    instance_types = list(string)
    capacity_type  = string
    min_size       = number
    max_size       = number
  }))

  default = {
    general = { instance_types = ["m7g.xlarge"], capacity_type = "ON_DEMAND", min_size = 3, max_size = 20 }
    spot    = { instance_types = ["m7g.xlarge", "m6g.xlarge", "c7g.xlarge"], capacity_type = "SPOT", min_size = 0, max_size = 30 }
  }
}
