import type { SignalPurpose } from '../../types/observability';

/** Resource types whose being there shows a practice. */
export interface SignalType {
  readonly purpose: SignalPurpose;
  readonly tool: string;
  readonly types: RegExp;
}

/** By resource type; the first purpose column decides the check that reads it. */
export const SIGNAL_TYPES: readonly SignalType[] = [
  {
    purpose: 'metrics',
    tool: 'Prometheus Operator',
    types:
      /^(ServiceMonitor|PodMonitor|VMServiceScrape|VMPodScrape|PodMonitoring|ClusterPodMonitoring|Probe|ScrapeConfig)$/,
  },
  {
    purpose: 'metrics',
    tool: 'OpenTelemetry',
    types: /^(OpenTelemetryCollector|Instrumentation)$/,
  },
  {
    purpose: 'metrics',
    tool: 'Datadog',
    types: /^(DatadogAgent|datadog_integration_\w+|datadog_metric_metadata)$/,
  },
  {
    purpose: 'metrics',
    tool: 'New Relic',
    types: /^newrelic_(cloud_\w+|one_dashboard|synthetics_monitor)$/,
  },
  {
    purpose: 'metrics',
    tool: 'Dynatrace',
    types: /^(DynaKube|dynatrace_\w+)$/,
  },
  {
    purpose: 'metrics',
    tool: 'Application Insights',
    types: /^(azurerm_application_insights|Microsoft\.Insights\/components)$/,
  },
  {
    purpose: 'metrics',
    tool: 'CloudWatch',
    types:
      /^(aws_cloudwatch_(log_metric_filter|metric_stream)|AWS::Logs::MetricFilter|AWS::CloudWatch::MetricStream)$/,
  },
  {
    purpose: 'metrics',
    tool: 'Google Cloud Monitoring',
    types:
      /^google_(logging_metric|monitoring_(metric_descriptor|uptime_check_config))$/,
  },
  {
    purpose: 'metrics',
    tool: 'Amazon Managed Prometheus',
    types: /^aws_prometheus_(scraper|workspace)$/,
  },
  {
    purpose: 'metrics',
    tool: 'Honeycomb',
    types: /^honeycombio_(dataset|derived_column|query)\w*$/,
  },
  {
    purpose: 'dashboard',
    tool: 'CloudWatch',
    types: /^(aws_cloudwatch_dashboard|AWS::CloudWatch::Dashboard)$/,
  },
  {
    purpose: 'dashboard',
    tool: 'Google Cloud Monitoring',
    types: /^google_monitoring_dashboard$/,
  },
  {
    purpose: 'dashboard',
    tool: 'Datadog',
    types: /^(datadog_dashboard(_json)?|DatadogDashboard)$/,
  },
  {
    purpose: 'dashboard',
    tool: 'Grafana',
    types: /^(grafana_dashboard|GrafanaDashboard)$/,
  },
  {
    purpose: 'dashboard',
    tool: 'New Relic',
    types: /^newrelic_one_dashboard(_json)?$/,
  },
  {
    purpose: 'dashboard',
    tool: 'Azure',
    types:
      /^(azurerm_portal_dashboard|azurerm_dashboard|azurerm_application_insights_workbook)$/,
  },
  {
    purpose: 'dashboard',
    tool: 'Honeycomb',
    types: /^honeycombio_(flexible_)?board$/,
  },
  {
    purpose: 'dashboard',
    tool: 'Dynatrace',
    types: /^dynatrace_(json_)?dashboard$/,
  },
  {
    purpose: 'tracing',
    tool: 'OpenTelemetry',
    types: /^(Instrumentation|OpenTelemetryCollector)$/,
  },
  { purpose: 'tracing', tool: 'Jaeger', types: /^Jaeger$/ },
  {
    purpose: 'tracing',
    tool: 'Application Insights',
    types: /^azurerm_application_insights$/,
  },
  {
    purpose: 'tracing',
    tool: 'X-Ray',
    types: /^(aws_xray_(sampling_rule|group)|AWS::XRay::\w+)$/,
  },
  { purpose: 'tracing', tool: 'Dynatrace', types: /^DynaKube$/ },
  {
    purpose: 'slo',
    tool: 'Datadog',
    types: /^(datadog_service_level_objective|DatadogSLO)$/,
  },
  {
    purpose: 'slo',
    tool: 'Google Cloud Monitoring',
    types: /^google_monitoring_slo$/,
  },
  {
    purpose: 'slo',
    tool: 'CloudWatch',
    types:
      /^(aws_applicationsignals_service_level_objective|AWS::ApplicationSignals::ServiceLevelObjective)$/,
  },
  { purpose: 'slo', tool: 'Sloth', types: /^PrometheusServiceLevel$/ },
  { purpose: 'slo', tool: 'Pyrra', types: /^ServiceLevelObjective$/ },
  { purpose: 'slo', tool: 'OpenSLO', types: /^SLO$/ },
  { purpose: 'slo', tool: 'New Relic', types: /^newrelic_service_level$/ },
  { purpose: 'slo', tool: 'Grafana', types: /^grafana_slo$/ },
  { purpose: 'slo', tool: 'Honeycomb', types: /^honeycombio_slo$/ },
  { purpose: 'slo', tool: 'Dynatrace', types: /^dynatrace_slo(_v2)?$/ },
  { purpose: 'slo', tool: 'Nobl9', types: /^nobl9_slo$/ },
  {
    purpose: 'escalation',
    tool: 'PagerDuty',
    types:
      /^pagerduty_(service|service_integration|escalation_policy|schedule)$/,
  },
  {
    purpose: 'escalation',
    tool: 'Opsgenie',
    types:
      /^opsgenie_(team|escalation|schedule|service|api_integration|team_routing_rule)$/,
  },
  {
    purpose: 'escalation',
    tool: 'Grafana OnCall',
    types: /^grafana_oncall_(integration|escalation(_chain)?|schedule|route)$/,
  },
  {
    purpose: 'escalation',
    tool: 'incident.io',
    types: /^incident_(schedule|escalation_path)$/,
  },
  {
    purpose: 'escalation',
    tool: 'Splunk On-Call',
    types: /^victorops_(team|escalation_policy|routing_key)$/,
  },
  {
    purpose: 'escalation',
    tool: 'AWS Incident Manager',
    types:
      /^(aws_ssmcontacts_(contact|plan)|aws_ssmincidents_response_plan|AWS::SSMContacts::\w+)$/,
  },
  {
    purpose: 'central-logging',
    tool: 'CloudWatch Logs',
    types:
      /^(aws_cloudwatch_log_(group|subscription_filter|destination)|AWS::Logs::(LogGroup|SubscriptionFilter))$/,
  },
  {
    purpose: 'central-logging',
    tool: 'Google Cloud Logging',
    types:
      /^google_logging_(project|folder|organization|billing_account)_(sink|bucket_config)$/,
  },
  {
    purpose: 'central-logging',
    tool: 'Azure Monitor',
    types:
      /^(azurerm_monitor_diagnostic_setting|azurerm_log_analytics_workspace|azurerm_application_insights)$/,
  },
  {
    purpose: 'central-logging',
    tool: 'Fluentd or Fluent Bit',
    types:
      /^(ClusterOutput|ClusterFlow|Flow|Output|Logging|FluentBit|ClusterFluentBitConfig|ClusterLogForwarder|ClusterLogging)$/,
  },
  { purpose: 'central-logging', tool: 'Vector', types: /^VectorPipeline$/ },
  { purpose: 'central-logging', tool: 'Loki', types: /^(LokiStack|PodLogs)$/ },
  {
    purpose: 'central-logging',
    tool: 'ELK',
    types: /^(Beat|Logstash|elasticstack_fleet_\w+|ec_deployment)$/,
  },
  {
    purpose: 'central-logging',
    tool: 'Datadog',
    types:
      /^(datadog_logs_(index|archive|custom_pipeline)|datadog_integration_aws_log_collection)$/,
  },
  {
    purpose: 'central-logging',
    tool: 'Sumo Logic',
    types: /^sumologic_(collector|http_source|cloudwatch_source|\w+_source)$/,
  },
  {
    purpose: 'central-logging',
    tool: 'Kinesis Firehose',
    types: /^aws_kinesis_firehose_delivery_stream$/,
  },
];
