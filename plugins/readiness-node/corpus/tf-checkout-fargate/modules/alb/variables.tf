variable "name" { type = string }
variable "vpc_id" { type = string }
variable "subnets" { type = list(string) }
variable "certificate_arn" { type = string }
variable "logs_bucket" { type = string }
variable "deletion_protection" {
  type    = bool
  default = false
}
