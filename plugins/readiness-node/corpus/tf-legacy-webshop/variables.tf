variable "cidr" { default = "10.1.0.0/16" }
variable "zones" { default = ["us-west-2a", "us-west-2b"] }
variable "instance_type" { default = "t3.large" }
variable "app_version" {}
variable "certificate_arn" {}

variable "db_password" {
  default = "Sh0pM4ster2019"
}
