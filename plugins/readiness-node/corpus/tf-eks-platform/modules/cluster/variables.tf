variable "name" {
  description = "Name of the cluster"
  type        = string
}

variable "cluster_version" {
  description = "Kubernetes version"
  type        = string
  default     = "1.29"
}

variable "vpc_cidr" {
  description = "CIDR of the VPC"
  type        = string
}

variable "azs" {
  description = "Zones"
  type        = list(string)
}

variable "private_subnets" { type = list(string) }
variable "public_subnets" { type = list(string) }
variable "intra_subnets" { type = list(string) }

variable "one_nat_gateway_per_az" {
  type    = bool
  default = true
}

variable "enable_flow_log" {
  description = "Flow logs to CloudWatch"
  type        = bool
  default     = true
}

variable "public_endpoint" {
  description = "Reach the API server from the internet"
  type        = bool
  default     = false
}

variable "public_endpoint_cidrs" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "log_types" {
  type    = list(string)
  default = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
}

variable "system_instance_types" {
  type    = list(string)
  default = ["m6i.large"]
}

variable "system_min_size" {
  type    = number
  default = 3
}

variable "enable_monitoring" {
  type    = bool
  default = true
}

variable "enable_backup" {
  type    = bool
  default = true
}

variable "domain" { type = string }

variable "team_namespaces" {
  type = map(object({
    team   = string
    cpu    = string
    memory = string
  }))
  default = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}
