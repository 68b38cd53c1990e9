import type { Finding } from 'backstage-plugin-readiness-common';
import { pass, type CheckContext } from '../../check';
import type { SignalPurpose } from '../../facts/types/observability';

/** A library an application uses to report about itself. */
interface ClientLibrary {
  readonly name: RegExp;
  readonly tool: string;
  readonly purposes: readonly SignalPurpose[];
}

const LIBRARIES: readonly ClientLibrary[] = [
  {
    name: /opentelemetry|otelhttp|otelgrpc/i,
    tool: 'OpenTelemetry',
    purposes: ['metrics', 'tracing'],
  },
  {
    name: /prom-client|prometheus[-_.]?(client|net|fastapi|flask|exporter|plugin)|client_golang|micrometer-registry|prometheus_ex|simpleclient|django-prometheus|starlette-exporter|express-prom-bundle|promphp|^prometheus$|yabeda|metrics-exporter-prometheus|^prom_ex$/i,
    tool: 'Prometheus client',
    purposes: ['metrics'],
  },
  {
    name: /spring-boot-starter-actuator|dropwizard.*metrics|io\.micrometer/i,
    tool: 'Micrometer',
    purposes: ['metrics'],
  },
  {
    name: /statsd|hot-shots|dogstatsd/i,
    tool: 'StatsD',
    purposes: ['metrics'],
  },
  {
    name: /dd-trace|ddtrace|datadog/i,
    tool: 'Datadog',
    purposes: ['metrics', 'tracing'],
  },
  {
    name: /newrelic|new_relic|go-agent\/v3/i,
    tool: 'New Relic',
    purposes: ['metrics', 'tracing'],
  },
  {
    name: /honeycomb|beeline|libhoney/i,
    tool: 'Honeycomb',
    purposes: ['metrics', 'tracing'],
  },
  {
    name: /dynatrace|oneagent/i,
    tool: 'Dynatrace',
    purposes: ['metrics', 'tracing'],
  },
  {
    name: /applicationinsights|azure-monitor-opentelemetry/i,
    tool: 'Application Insights',
    purposes: ['metrics', 'tracing', 'central-logging'],
  },
  { name: /aws-xray|aws_xray/i, tool: 'X-Ray', purposes: ['tracing'] },
  {
    name: /(?<!@)aws-lambda-powertools|aws_lambda_powertools/i,
    tool: 'Powertools for AWS Lambda',
    purposes: ['metrics', 'tracing', 'structured-logs'],
  },
  {
    name: /@aws-lambda-powertools\/metrics/i,
    tool: 'Powertools for AWS Lambda',
    purposes: ['metrics'],
  },
  {
    name: /@aws-lambda-powertools\/tracer/i,
    tool: 'Powertools for AWS Lambda',
    purposes: ['tracing'],
  },
  {
    name: /@aws-lambda-powertools\/logger/i,
    tool: 'Powertools for AWS Lambda',
    purposes: ['structured-logs'],
  },
  {
    name: /aws-embedded-metrics/i,
    tool: 'CloudWatch embedded metrics',
    purposes: ['metrics'],
  },
  {
    name: /jaeger|zipkin|brave-|sleuth/i,
    tool: 'Jaeger or Zipkin',
    purposes: ['tracing'],
  },
  {
    name: /elastic-apm|apm-agent/i,
    tool: 'Elastic APM',
    purposes: ['metrics', 'tracing'],
  },
  {
    name: /scout[-_]apm|skylight|appsignal|sentry-opentelemetry/i,
    tool: 'APM',
    purposes: ['metrics', 'tracing'],
  },
  {
    name: /^(pino|bunyan|pino-http)$|python-json-logger|structlog|go\.uber\.org\/zap|rs\/zerolog|logstash-(logback-encoder|logger)|lograge|semantic_logger|Serilog\.(Formatting\.Compact|Sinks\.\w*json)|@logtail|log4j-layout-template-json|slog-json|nestjs-pino|ecs-logging|ougai|tracing-bunyan/i,
    tool: 'a JSON logger',
    purposes: ['structured-logs'],
  },
  {
    name: /winston-cloudwatch|watchtower|logzio|papertrail|remote_syslog|sumologic|loki-logback|winston-loki|logdna|datadog-winston|fluent-logger|Serilog\.Sinks\.(Elasticsearch|Seq|Datadog|ApplicationInsights|Loki)|google-cloud-logging|@google-cloud\/logging/i,
    tool: 'a log shipper',
    purposes: ['central-logging'],
  },
];

/** Passing findings for the client libraries among an application's dependencies. */
export function passLibraries(
  { facts }: CheckContext,
  purpose: SignalPurpose,
): Finding[] {
  return facts.packages.flatMap(manifest =>
    manifest.dependencies
      .filter(dependency => !dependency.isDevelopment)
      .flatMap(dependency => {
        const library = LIBRARIES.find(
          each =>
            each.purposes.includes(purpose) && each.name.test(dependency.name),
        );
        return library === undefined
          ? []
          : [
              pass(manifest, {
                message: `Depends on ${dependency.name} (${library.tool})`,
                at: [dependency.location],
              }),
            ];
      }),
  );
}
