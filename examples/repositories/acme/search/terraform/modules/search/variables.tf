variable "project" {
  description = "Google Cloud project"
  type        = string
}

variable "environment" {
  description = "staging or production"
  type        = string
}

variable "region" {
  description = "Region of everything"
  type        = string
  default     = "europe-west1"
}

variable "node_cidr" {
  type    = string
  default = "10.60.0.0/20"
}

variable "pod_cidr" {
  type    = string
  default = "10.64.0.0/14"
}

variable "service_cidr" {
  type    = string
  default = "10.68.0.0/20"
}

variable "machine_type" {
  description = "Machine type of the nodes; the index must fit into memory"
  type        = string
}

variable "min_nodes" {
  description = "Nodes per zone"
  type        = number
  default     = 1
}

variable "max_nodes" {
  description = "Nodes per zone"
  type        = number
  default     = 4
}

variable "sql_tier" {
  type    = string
  default = "db-custom-2-7680"
}

variable "dns_zone" {
  type = string
}

variable "dns_suffix" {
  type = string
}
