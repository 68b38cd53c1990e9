output "bucket" {
  description = "Name"
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "ARN"
  value       = aws_s3_bucket.this.arn
}

output "queue_url" {
  value = one(aws_sqs_queue.events[*].url)
}
