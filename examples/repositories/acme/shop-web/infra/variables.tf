variable "zone_ids" {
  description = "Hosted zone by environment"
  type        = map(string)
}

variable "alarm_topic_arn" {
  description = "Topic in us-east-1"
  type        = string
}
