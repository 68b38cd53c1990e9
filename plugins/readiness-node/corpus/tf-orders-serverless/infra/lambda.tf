data "archive_file" "bundle" {
  type        = "zip"
  source_dir  = "${path.module}/../dist"
  output_path = "${path.module}/bundle.zip"
}

resource "aws_lambda_function" "api" {
  for_each = local.functions

  function_name                  = "${local.prefix}-${each.key}"
  filename                       = data.archive_file.bundle.output_path
  source_code_hash               = data.archive_file.bundle.output_base64sha256
  handler                        = "${each.key}.handler"
  runtime                        = "nodejs20.x"
  architectures                  = ["arm64"]
  memory_size                    = each.value.memory
  timeout                        = 10
  reserved_concurrent_executions = each.value.concurrency
  role                           = aws_iam_role.lambda.arn
  publish                        = true

  environment {
    variables = {
      ORDERS_TABLE            = aws_dynamodb_table.orders.name
      QUEUE_URL               = aws_sqs_queue.fulfil.url
      POWERTOOLS_SERVICE_NAME = "orders"
      STRIPE_SECRET_NAME      = aws_secretsmanager_secret.stripe.name
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_alias" "live" {
  for_each         = aws_lambda_function.api
  name             = "live"
  function_name    = each.value.function_name
  function_version = each.value.version
}

resource "aws_cloudwatch_log_group" "lambda" {
  for_each          = local.functions
  name              = "/aws/lambda/${local.prefix}-${each.key}"
  retention_in_days = var.log_retention
}

resource "aws_lambda_function" "fulfil" {
  function_name = "${local.prefix}-fulfil"
  filename      = data.archive_file.bundle.output_path
  handler       = "fulfil.handler"
  runtime       = "nodejs20.x"
  role          = aws_iam_role.lambda.arn
  timeout       = 60

  dead_letter_config {
    target_arn = aws_sqs_queue.fulfil_dlq.arn
  }

  tracing_config {
    mode = "PassThrough"
  }

  environment {
    variables = {
      ORDERS_TABLE = aws_dynamodb_table.orders.name
    }
  }
}

resource "aws_lambda_event_source_mapping" "fulfil" {
  event_source_arn        = aws_sqs_queue.fulfil.arn
  function_name           = aws_lambda_function.fulfil.arn
  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]
  scaling_config {
    maximum_concurrency = 10
  }
}

resource "aws_secretsmanager_secret" "stripe" {
  name = "${local.prefix}/stripe"
}
