import { testCheck } from '../../testing';
import { backpressure } from './backpressure';

testCheck(backpressure, [
  {
    title: 'takes destinations, usage plans and method settings',
    files: {
      'main.tf': `variable "limit" {}
resource "aws_lambda_function" "create" {
  function_name                  = "create"
  reserved_concurrent_executions = var.limit
}
resource "aws_lambda_function_event_invoke_config" "create" {
  function_name = aws_lambda_function.create.function_name
  destination_config {
    on_failure {
      destination = "arn:aws:sqs:eu-west-1:1:failed"
    }
  }
}
resource "aws_sqs_queue" "bare" {}
resource "aws_sqs_queue" "orders_dlq" {}
resource "aws_api_gateway_stage" "live" {
  stage_name = "live"
}
resource "aws_api_gateway_method_settings" "live" {
  stage_name = aws_api_gateway_stage.live.stage_name
  settings {
    throttling_rate_limit = 50
  }
}
resource "aws_apigatewayv2_stage" "open" {}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_lambda_function.create',
        aspect: 'concurrency',
        outcome: 'unknown',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_lambda_function_event_invoke_config.create',
        aspect: 'dead-letters',
        outcome: 'pass',
        at: 'main.tf:9',
      },
      {
        subject: 'aws_sqs_queue.bare',
        aspect: 'dead-letters',
        outcome: 'fail',
        at: 'main.tf:14',
      },
      {
        subject: 'aws_api_gateway_method_settings.live',
        aspect: 'rate-limit',
        outcome: 'pass',
        at: 'main.tf:22',
      },
      {
        subject: 'aws_apigatewayv2_stage.open',
        aspect: 'rate-limit',
        outcome: 'fail',
        at: 'main.tf:25',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads functions of the Serverless Framework',
    files: {
      'serverless.yml':
        'service: shop\nprovider: { name: aws }\nfunctions:\n  create:\n    handler: a.b\n    reservedConcurrency: 5\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'functions.create',
        aspect: 'concurrency',
        outcome: 'pass',
        at: 'serverless.yml:6',
      },
      {
        subject: 'functions.create',
        aspect: 'dead-letters',
        outcome: 'fail',
        at: 'serverless.yml:4',
      },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
  {
    title: 'a setting of Serverless from a file per stage',
    files: {
      'serverless.yml':
        "service: a\ncustom:\n  stage: ${opt:stage, 'dev'}\n  settings: ${file(./config/${self:custom.stage}.yml)}\nprovider: { name: aws }\nfunctions:\n  a:\n    handler: a.b\n    onError: arn:aws:sns:eu-west-1:1:a\n    reservedConcurrency: ${self:custom.settings.concurrency}\n",
      'config/dev.yml': 'concurrency: 2\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'functions.a', aspect: 'concurrency', outcome: 'pass' },
      { subject: 'functions.a', aspect: 'dead-letters', outcome: 'pass' },
    ],
    isComplete: true,
  },
]);
