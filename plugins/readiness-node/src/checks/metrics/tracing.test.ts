import { testCheck } from '../../testing';
import { tracing } from './tracing';

testCheck(tracing, [
  {
    title: 'tracing of all functions of a Serverless service',
    files: {
      'serverless.yml':
        'service: a\nprovider:\n  name: aws\n  tracing: { lambda: true }\nfunctions:\n  a: { handler: a.b }\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'functions.a', outcome: 'pass', at: 'serverless.yml:4' },
    ],
  },
  {
    title: "the exporter's endpoint of an application, and Istio's telemetry",
    files: {
      'a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  OTEL_EXPORTER_OTLP_ENDPOINT: http://otel-collector:4317\n',
      'b.yaml':
        'apiVersion: telemetry.istio.io/v1\nkind: Telemetry\nmetadata: {name: a}\nspec:\n  tracing: [{ providers: [{ name: otel }] }]\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'a.yaml', outcome: 'pass', at: 'a.yaml:5' },
      { subject: 'b.yaml', outcome: 'pass', at: 'b.yaml:5' },
    ],
    isComplete: true,
  },
]);
