import type { SettingTable } from '../../check';

/** How each resource type says it, and the rules that ask the same. */
export const DEAD_LETTERS: SettingTable = {
  aws_sqs_queue: { expected: 'redrive_policy' },
  'AWS::SQS::Queue': { expected: 'RedrivePolicy' },
  google_pubsub_subscription: { expected: 'dead_letter_policy' },
  aws_lambda_function: {
    expected: 'dead_letter_config, or an on_failure destination',
    rules: ['CKV_AWS_116'],
  },
  'AWS::Lambda::Function': {
    expected: 'DeadLetterConfig',
    rules: ['CKV_AWS_116'],
  },
  'AWS::Serverless::Function': {
    expected: 'DeadLetterQueue',
    rules: ['CKV_AWS_116'],
  },
  'serverless.function': { expected: 'onError or destinations.onFailure' },
};

/** How each resource type says it, and the rules that ask the same. */
export const CONCURRENCY: SettingTable = {
  aws_lambda_function: {
    expected: 'reserved_concurrent_executions',
    rules: ['CKV_AWS_115'],
  },
  'AWS::Lambda::Function': {
    expected: 'ReservedConcurrentExecutions',
    rules: ['CKV_AWS_115'],
  },
  'AWS::Serverless::Function': {
    expected: 'ReservedConcurrentExecutions',
    rules: ['CKV_AWS_115'],
  },
  'serverless.function': { expected: 'reservedConcurrency' },
  google_cloudfunctions2_function: {
    expected: 'service_config { max_instance_count }',
  },
  google_cloudfunctions_function: { expected: 'max_instances' },
};

/** How each resource type says it, and the rules that ask the same. */
export const RATES: SettingTable = {
  aws_api_gateway_stage: {
    expected:
      'throttling_rate_limit in aws_api_gateway_method_settings, or a usage plan',
  },
  aws_apigatewayv2_stage: {
    expected: 'default_route_settings { throttling_rate_limit }',
  },
  'AWS::ApiGateway::Stage': {
    expected: 'MethodSettings with ThrottlingRateLimit',
  },
  'AWS::Serverless::Api': {
    expected: 'MethodSettings with ThrottlingRateLimit',
  },
};
