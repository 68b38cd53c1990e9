import type { Finding } from 'backstage-plugin-readiness-common';
import {
  type CheckContext,
  defineCheck,
  judgeSetting,
  listRules,
  withMergedFindings,
} from '../../check';
import { DEAD_LETTERS, CONCURRENCY, RATES } from './backpressureWords';

type Facts = CheckContext['facts'];

export const backpressure = defineCheck({
  id: 'backpressure',
  category: 'scalability',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'Overload is bounded',
  description:
    'Queues and functions set failing messages aside (aspect dead-letters), functions have a limit of their own (aspect concurrency), gateways limit the rate of requests (aspect rate-limit).',
  rationale:
    'Without a limit the weakest part decides how overload ends: a function scales until the database has no connections left, and one bad message is retried for ever in front of all the others. Bounds keep a busy day from becoming an outage.',
  knownAs: listRules(DEAD_LETTERS, CONCURRENCY),
  references: [
    {
      title: 'Amazon SQS dead-letter queues',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    },
    {
      title: 'Lambda: reserved concurrency',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
    },
    {
      title: 'API Gateway: throttling requests',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
    },
  ],
  remediation: {
    summary:
      'Give queues a redrive_policy, functions reserved_concurrent_executions and a dead_letter_config, stages a throttling_rate_limit.',
    effortMinutes: 45,
    snippets: {
      terraform:
        'resource "aws_sqs_queue" "orders" {\n  redrive_policy = jsonencode({\n    deadLetterTargetArn = aws_sqs_queue.orders_dead.arn\n    maxReceiveCount     = 5\n  })\n}\n\nresource "aws_lambda_function" "create" {\n  reserved_concurrent_executions = 50\n  dead_letter_config {\n    target_arn = aws_sqs_queue.create_dead.arn\n  }\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::SQS::Queue\n  Properties:\n    RedrivePolicy:\n      deadLetterTargetArn: !GetAtt OrdersDead.Arn\n      maxReceiveCount: 5\n',
    },
  },
  examples: [
    {
      title: 'A queue with dead letters, and the queue that takes them',
      files: {
        'main.tf':
          'resource "aws_sqs_queue" "orders" {\n  redrive_policy = jsonencode({\n    deadLetterTargetArn = aws_sqs_queue.failed.arn\n    maxReceiveCount     = 5\n  })\n}\nresource "aws_sqs_queue" "failed" {}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_sqs_queue.orders',
          aspect: 'dead-letters',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'A function without bounds',
      files: {
        'template.yaml':
          'Transform: AWS::Serverless-2016-10-31\nResources:\n  Create:\n    Type: AWS::Serverless::Function\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Create',
          aspect: 'concurrency',
          outcome: 'fail',
          at: 'template.yaml:3',
        },
        {
          subject: 'Create',
          aspect: 'dead-letters',
          outcome: 'fail',
          at: 'template.yaml:3',
        },
      ],
    },
    {
      title: 'A stage of an HTTP API with a limit',
      files: {
        'main.tf':
          'resource "aws_apigatewayv2_stage" "live" {\n  default_route_settings {\n    throttling_rate_limit = 100\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_apigatewayv2_stage.live',
          aspect: 'rate-limit',
          outcome: 'pass',
          at: 'main.tf:3',
        },
      ],
    },
  ],
  evaluate({ facts }) {
    const findings = [
      ...judgeDeadLetters(facts),
      ...judgeConcurrency(facts),
      ...judgeRates(facts),
    ];
    return withMergedFindings(
      findings,
      'no queue, function or gateway in the files read',
    );
  },
});

function judgeDeadLetters(facts: Facts): readonly Finding[] {
  return [...facts.queues, ...facts.functionLimits].flatMap(each =>
    each.deadLetters
      ? [
          judgeSetting(each, each.deadLetters, {
            aspect: 'dead-letters',
            table: DEAD_LETTERS,
            expected: 'dead letters',
          }),
        ]
      : [],
  );
}

function judgeConcurrency(facts: Facts): readonly Finding[] {
  return facts.functionLimits.flatMap(each =>
    each.concurrencyLimit
      ? [
          judgeSetting(each, each.concurrencyLimit, {
            aspect: 'concurrency',
            table: CONCURRENCY,
            expected: 'a limit of concurrency',
          }),
        ]
      : [],
  );
}

function judgeRates(facts: Facts): readonly Finding[] {
  return facts.apiStages.flatMap(each =>
    each.rateLimit
      ? [
          judgeSetting(each, each.rateLimit, {
            aspect: 'rate-limit',
            table: RATES,
            expected: 'a rate limit',
          }),
        ]
      : [],
  );
}
