variable "subnet_ids" {
  description = "Private subnets, one a zone"
  type        = list(string)
}

variable "airflow_security_group_id" {
  description = "Security group of the workers"
  type        = string
}

variable "snapshot_retention" {
  description = "Days that automatic snapshots of the warehouse are kept"
  type        = number
}

variable "alarm_topic_arn" {
  description = "Topic of the team"
  type        = string
}
