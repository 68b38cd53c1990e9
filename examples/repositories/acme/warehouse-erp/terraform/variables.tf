variable "vpc_id" {}

variable "subnet_id" {}
