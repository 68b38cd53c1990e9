variable "name" {
  type        = string
  description = "Identifier"
}
variable "instance_class" {
  type        = string
  description = "Class"
}
variable "multi_az" {
  type    = bool
  default = false
}
variable "backup_retention_period" {
  type    = number
  default = 1
}
variable "deletion_protection" {
  type    = bool
  default = false
}
variable "vpc_id" {
  type = string
}
variable "subnet_ids" {
  type = list(string)
}
variable "alarm_actions" {
  type    = list(string)
  default = []
}
