import type { FileIndex } from '../../fileIndex';
import type { SnapshotFile } from '../../snapshot';
import type { SignalFact, SignalPurpose } from '../../types/observability';
import { alwaysOn } from './switches';

/** A file that shows a practice: by its path, and by what stands in it. */
interface SignalFile {
  readonly purposes: readonly SignalPurpose[];
  readonly tool: string;
  readonly path: RegExp;
  /** The line that shows it; the first line when left out. */
  readonly line?: RegExp;
  /** Must be there too, anywhere in the file. */
  readonly also?: RegExp;
}

const CONFIGURATION =
  /\.(ya?ml|json|toml|conf|cfg|ini|xml|properties|j2|erb|epp|tmpl|tpl|tftpl)$/i;
const SOURCE =
  /\.(go|py|rb|js|mjs|cjs|ts|java|kt|scala|cs|rs|php|ex|exs|groovy)$/i;

const SIGNAL_FILES: readonly SignalFile[] = [
  {
    purposes: ['metrics'],
    tool: 'Prometheus',
    path: /(^|\/)[^/]*prometheus[^/]*\.ya?ml(\.j2|\.erb)?$/i,
    line: /^\s*scrape_configs:/,
  },
  {
    purposes: ['metrics'],
    tool: 'Telegraf',
    path: /telegraf[^/]*\.conf/i,
    line: /^\s*\[\[(inputs|outputs)\./,
  },
  {
    purposes: ['metrics'],
    tool: 'CloudWatch agent',
    path: /\.json(\.\w+)?$/i,
    line: /"metrics_collected"\s*:/,
  },
  {
    purposes: ['metrics', 'tracing'],
    tool: 'OpenTelemetry',
    path: /otel|opentelemetry|collector/i,
    line: /^\s*exporters:/,
    also: /^\s*receivers:/m,
  },
  {
    purposes: ['tracing'],
    tool: 'OpenTelemetry (exporter of the application)',
    path: /\.(ya?ml|tf|json|env)$|(^|\/)\.env[\w.-]*$/i,
    line: /\bOTEL_(EXPORTER_OTLP_(TRACES_)?ENDPOINT|TRACES_EXPORTER)\b/,
  },
  {
    purposes: ['tracing'],
    tool: 'Istio',
    path: /\.ya?ml$/i,
    line: /^\s*tracing:\s*(\[|$)/,
    also: /^apiVersion:\s*telemetry\.istio\.io\//m,
  },
  {
    purposes: ['metrics'],
    tool: 'Prometheus, by the operator of a database or broker',
    path: /\.ya?ml$/i,
    line: /^\s*(enablePodMonitor:\s*true|type:\s*jmxPrometheusExporter)\b/,
  },
  {
    purposes: ['metrics'],
    tool: 'Prometheus exporter of a host',
    path: /(^|\/)(roles|tasks|playbooks?|manifests|recipes|cookbooks|ansible|puppet|chef)\/.*\.(ya?ml|rb|pp|j2|epp|erb)$/i,
    line: /\b(node|windows|blackbox|postgres|mysqld|redis|nginx|process|statsd|jmx)[_-]exporter\b/,
  },
  {
    purposes: ['metrics'],
    tool: 'Traefik',
    path: /\.(ya?ml|toml)$/i,
    line: /--metrics\.prometheus(=true)?\b(?!=false)/,
  },
  {
    purposes: ['metrics'],
    tool: 'Datadog',
    path: /(^|\/)(datadog\.ya?ml|datadog-agent\/.*\.ya?ml)(\.\w+)?$/i,
  },
  {
    purposes: ['metrics', 'tracing'],
    tool: 'New Relic',
    path: /(^|\/)newrelic(-infra)?\.(ya?ml|ini|js|config)(\.\w+)?$/i,
  },
  {
    purposes: ['dashboard'],
    tool: 'Grafana',
    path: /\.json$/i,
    line: /"schemaVersion"\s*:/,
    also: /"panels"\s*:/,
  },
  {
    purposes: ['dashboard'],
    tool: 'Grafana',
    path: /\.(jsonnet|libsonnet)$/i,
    line: /grafonnet|dashboard\.new/,
  },
  {
    purposes: ['slo'],
    tool: 'OpenSLO',
    path: /\.ya?ml$/i,
    line: /^apiVersion:\s*["']?openslo\//,
  },
  {
    purposes: ['slo'],
    tool: 'Sloth',
    path: /\.ya?ml$/i,
    line: /^version:\s*["']?prometheus\/v1/,
    also: /^slos:/m,
  },
  {
    purposes: ['escalation'],
    tool: 'Alertmanager',
    path: /alertmanager[^/]*\.ya?ml(\.\w+)?$/i,
    line: /^\s*-?\s*(pagerduty|opsgenie|victorops)_configs:/,
  },
  {
    purposes: ['central-logging'],
    tool: 'Fluentd or Fluent Bit',
    path: /(fluent-?bit|fluentd|td-agent)[^/]*\.(conf|ya?ml)|(^|\/)fluent\/.*\.conf$/i,
  },
  {
    purposes: ['central-logging'],
    tool: 'ELK',
    path: /(^|\/)(filebeat|logstash)[^/]*\.(ya?ml|conf)(\.\w+)?$|logstash\/.*\.conf$/i,
  },
  {
    purposes: ['central-logging'],
    tool: 'Vector',
    path: /(^|\/)vector[^/]*\.(toml|ya?ml)(\.\w+)?$/i,
    line: /^\s*(\[sinks\.|sinks:)/,
  },
  {
    purposes: ['central-logging'],
    tool: 'Promtail',
    path: /(^|\/)(promtail|alloy|loki)[^/]*\.(ya?ml|alloy|river)(\.\w+)?$/i,
  },
  {
    purposes: ['central-logging'],
    tool: 'CloudWatch Logs',
    path: /\.json(\.\w+)?$|awslogs\.conf/i,
    line: /"logs_collected"\s*:|^\s*log_group_name\s*=/,
  },
  {
    purposes: ['central-logging'],
    tool: 'Papertrail',
    path: /(^|\/)(log_files\.ya?ml|remote_syslog[^/]*)(\.\w+)?$/i,
  },
  {
    purposes: ['central-logging'],
    tool: 'Papertrail',
    path: /\.(conf|ya?ml|sh|tf|tpl|j2|erb)$/i,
    line: /logs\d*\.papertrailapp\.com/,
  },
  {
    purposes: ['central-logging'],
    tool: 'rsyslog',
    path: /rsyslog[^/]*\.(conf|ya?ml)(\.\w+)?$|rsyslog\.d\//i,
    line: /^[^#]*(\*\.\*\s+@@?|omfwd|target=)/,
  },
  {
    purposes: ['central-logging'],
    tool: 'rsyslog',
    path: /\.(ya?ml|pp|rb)$/,
    line: /["']\*\.\*\s+@@?[\w$({]/,
  },
  {
    purposes: ['central-logging'],
    tool: 'Papertrail',
    path: /(^|\/)config\/logging\.php$/,
    line: /'channels'\s*=>\s*\[[^\]]*'papertrail'/,
  },
  {
    purposes: ['central-logging'],
    tool: 'Sumo Logic',
    path: CONFIGURATION,
    line: /sumologic\.com|sumo_(collector|sources|access)/i,
  },
  {
    purposes: ['central-logging'],
    tool: 'journal upload',
    path: /journal-(upload|remote)\.conf/i,
  },
  {
    purposes: ['structured-logs'],
    tool: 'a JSON encoder',
    path: /(logback|log4j2?)[^/]*\.(xml|ya?ml|json|properties)$/i,
    line: /LogstashEncoder|JsonEncoder|JsonLayout|JsonTemplateLayout|EcsLayout|EcsEncoder|StructuredLogEncoder/,
  },
  {
    purposes: ['structured-logs'],
    tool: 'Spring Boot',
    path: /application[^/]*\.(ya?ml|properties)$/i,
    line: /structured[.:]|logging\.structured/,
  },
  {
    purposes: ['structured-logs'],
    tool: 'nginx',
    path: /\.conf(\.\w+)?$/i,
    line: /log_format\s+\w+\s+escape=json/,
  },
  {
    purposes: ['structured-logs'],
    tool: 'a JSON logger',
    path: CONFIGURATION,
    line: /pythonjsonlogger|JsonFormatter|log[-_]?format["']?\s*[:=]\s*["']?json\b/i,
  },
  {
    purposes: ['structured-logs'],
    tool: 'a JSON logger',
    path: /(^|\/)(\.env[^/]*|Dockerfile[^/]*|values[^/]*\.ya?ml)$/i,
    line: /LOG_FORMAT["']?\s*[:= ]\s*["']?json\b/i,
  },
  {
    purposes: ['structured-logs'],
    tool: 'a JSON logger',
    path: SOURCE,
    line: /slog\.NewJSONHandler|JSONFormatter\b|JsonFormatter\b|zap\.NewProduction|zerolog\.New|require\(['"]pino['"]\)|from ['"]pino['"]|format\.json\(\)|structlog\.|JSONRenderer|bunyan\.createLogger|CompactJsonFormatter|AddJsonConsole|lograge\.formatter|Lograge::Formatters::Json|(^|[\s:])fmt\(\)\.json\(\)|LoggerJSON|dictConfig.*json/,
  },
];

const MAXIMUM_CHARACTERS = 400_000;

/** Files of agents, dashboards, objectives and loggers. */
export function readSignalFiles(files: FileIndex): readonly SignalFact[] {
  return files.all.flatMap(file =>
    SIGNAL_FILES.flatMap(kind => readSignalFile(file, kind)),
  );
}

function readSignalFile(
  { path, text }: SnapshotFile,
  { purposes, tool, path: pattern, line, also }: SignalFile,
): SignalFact[] {
  if (
    text === undefined ||
    text.length > MAXIMUM_CHARACTERS ||
    !pattern.test(path)
  )
    return [];
  if (also !== undefined && !also.test(text)) return [];
  const index =
    line === undefined
      ? 0
      : text.split('\n').findIndex(each => line.test(each.slice(0, 1000)));
  if (index < 0) return [];
  const location = { path, startLine: index + 1, endLine: index + 1 };
  return purposes.map(purpose => ({
    subject: path,
    type: 'file',
    language: 'other',
    location,
    scope: path,
    purpose,
    tool,
    isOn: alwaysOn(tool, location),
  }));
}
