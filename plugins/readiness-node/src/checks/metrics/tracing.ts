import { defineCheck, presence } from '../../check';
import { passAgents } from './agentFindings';
import { passLibraries } from './clientLibraries';
import { judgeSignals } from './signalFindings';

const RULES: Readonly<Record<string, readonly string[]>> = {
  aws_lambda_function: ['CKV_AWS_50'],
  'AWS::Lambda::Function': ['CKV_AWS_50'],
  'AWS::Serverless::Function': ['CKV_AWS_50'],
  aws_api_gateway_stage: ['CKV_AWS_73'],
  'AWS::ApiGateway::Stage': ['CKV_AWS_73'],
  'AWS::Serverless::Api': ['CKV_AWS_73'],
};

export const tracing = defineCheck({
  id: 'tracing',
  category: 'metrics',
  kind: 'presence',
  level: 2,
  severity: 'low',
  title: 'Requests can be traced',
  description:
    'X-Ray is active, or OpenTelemetry, Jaeger, Zipkin or an APM is in use. X-Ray in PassThrough mode passes with a note; functions and API stages with tracing off fail, unless another tracer is in use.',
  rationale:
    'In a distributed system the slow part is rarely the part that is slow to answer. A trace follows one request through all services and shows where the time went, which no number of logs does.',
  knownAs: ['CKV_AWS_50', 'CKV_AWS_73'],
  references: [
    {
      title: 'OpenTelemetry: traces',
      url: 'https://opentelemetry.io/docs/concepts/signals/traces/',
    },
    {
      title: 'AWS X-Ray',
      url: 'https://docs.aws.amazon.com/xray/latest/devguide/aws-xray.html',
    },
  ],
  remediation: {
    summary:
      'Set tracing_config { mode = "Active" } on functions and xray_tracing_enabled on stages, or instrument the service with OpenTelemetry.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_lambda_function" "cart" {\n  # ...\n  tracing_config {\n    mode = "Active"\n  }\n}\n',
      cloudformation: 'Globals:\n  Function:\n    Tracing: Active\n',
    },
  },
  examples: [
    {
      title: 'X-Ray is active',
      files: {
        'main.tf':
          'resource "aws_lambda_function" "f" {\n  function_name = "f"\n  tracing_config {\n    mode = "Active"\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_lambda_function.f', outcome: 'pass', at: 'main.tf:4' },
      ],
    },
    {
      title: 'A function without tracing',
      files: {
        'main.tf':
          'resource "aws_lambda_function" "f" {\n  function_name = "f"\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_lambda_function.f', outcome: 'fail', at: 'main.tf:1' },
      ],
    },
    {
      title: 'OpenTelemetry instead',
      files: {
        'main.tf':
          'resource "aws_lambda_function" "f" {\n  function_name = "f"\n}\n',
        'package.json':
          '{\n  "name": "f",\n  "dependencies": { "@opentelemetry/sdk-node": "0.50.0" }\n}\n',
      },
      outcome: 'pass',
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const signals = judgeSignals(
      context,
      'tracing',
      signal => RULES[signal.type] ?? [],
    );
    const others = [
      ...passAgents(context, 'tracing'),
      ...passLibraries(context, 'tracing'),
    ];
    const hasOtherTracer =
      others.length > 0 ||
      signals.some(
        finding => finding.outcome === 'pass' && finding.rules.length === 0,
      );
    return presence(
      context,
      'tracing (X-Ray, OpenTelemetry, Jaeger, Zipkin, an APM)',
      [
        ...signals.filter(
          finding => !hasOtherTracer || finding.outcome === 'pass',
        ),
        ...others,
      ],
    );
  },
});
