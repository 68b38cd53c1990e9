import type { RegistryModule } from './registryModule';

/** SQS, SNS and KMS modules of terraform-aws-modules. */
export const awsMessagingModules: readonly RegistryModule[] = [
  {
    sources: ['terraform-aws-modules/sqs/aws'],
    major: 5,
    text: `
defaults {
  create                  = true
  create_dlq              = false
  sqs_managed_sse_enabled = true
  dlq_sqs_managed_sse_enabled = true
  redrive_policy          = {}
  fifo_queue              = false
  tags                    = {}
}
resource "aws_sqs_queue" "this" {
  count                     = var.create ? 1 : 0
  name                      = var.name
  fifo_queue                = var.fifo_queue
  kms_master_key_id         = var.kms_master_key_id
  sqs_managed_sse_enabled   = var.kms_master_key_id != null ? null : var.sqs_managed_sse_enabled
  message_retention_seconds = var.message_retention_seconds
  visibility_timeout_seconds = var.visibility_timeout_seconds
  redrive_policy            = var.create_dlq ? jsonencode({ deadLetterTargetArn = aws_sqs_queue.dlq[0].arn, maxReceiveCount = try(var.redrive_policy.maxReceiveCount, 5) }) : (length(var.redrive_policy) > 0 ? jsonencode(var.redrive_policy) : null)
  tags                      = var.tags
}
resource "aws_sqs_queue" "dlq" {
  count                   = var.create && var.create_dlq ? 1 : 0
  name                    = var.dlq_name
  fifo_queue              = var.fifo_queue
  kms_master_key_id       = var.dlq_kms_master_key_id != null ? var.dlq_kms_master_key_id : var.kms_master_key_id
  sqs_managed_sse_enabled = var.kms_master_key_id != null ? null : var.dlq_sqs_managed_sse_enabled
  message_retention_seconds = var.dlq_message_retention_seconds
  redrive_allow_policy    = jsonencode({ redrivePermission = "byQueue", sourceQueueArns = [aws_sqs_queue.this[0].arn] })
}
output "queue_id" { value = one(aws_sqs_queue.this[*].id) }
output "queue_arn" { value = one(aws_sqs_queue.this[*].arn) }
output "queue_url" { value = one(aws_sqs_queue.this[*].url) }
output "dead_letter_queue_arn" { value = one(aws_sqs_queue.dlq[*].arn) }
`,
  },
  {
    sources: ['terraform-aws-modules/sns/aws'],
    major: 6,
    text: `
defaults {
  create        = true
  subscriptions = {}
  tags          = {}
}
resource "aws_sns_topic" "this" {
  count             = var.create ? 1 : 0
  name              = var.name
  kms_master_key_id = var.kms_master_key_id
  fifo_topic        = var.fifo_topic
  tags              = var.tags
}
resource "aws_sns_topic_subscription" "this" {
  for_each  = var.create ? var.subscriptions : {}
  topic_arn = aws_sns_topic.this[0].arn
  protocol  = each.value.protocol
  endpoint  = each.value.endpoint
}
output "topic_arn" { value = one(aws_sns_topic.this[*].arn) }
output "topic_id" { value = one(aws_sns_topic.this[*].id) }
`,
  },
  {
    sources: ['terraform-aws-modules/kms/aws'],
    major: 4,
    text: `
defaults {
  create              = true
  create_external     = false
  enable_key_rotation = true
  aliases             = []
  tags                = {}
}
resource "aws_kms_key" "this" {
  count                   = var.create && !var.create_external ? 1 : 0
  description             = var.description
  enable_key_rotation     = var.enable_key_rotation
  rotation_period_in_days = var.rotation_period_in_days
  deletion_window_in_days = var.deletion_window_in_days
  multi_region            = var.multi_region
  policy                  = var.policy
  tags                    = var.tags
}
resource "aws_kms_alias" "this" {
  for_each      = toset(var.create ? var.aliases : [])
  name          = each.value
  target_key_id = aws_kms_key.this[0].key_id
}
output "key_arn" { value = one(aws_kms_key.this[*].arn) }
output "key_id" { value = one(aws_kms_key.this[*].key_id) }
`,
  },
];
