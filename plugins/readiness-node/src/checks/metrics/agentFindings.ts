import type { Finding } from 'backstage-plugin-readiness-common';
import { pass, type CheckContext } from '../../check';
import type { ResourceInventoryFact } from '../../facts/types/scope';
import type { SignalPurpose } from '../../facts/types/observability';

/** Images of agents and collectors, for the workloads that run them. */
const AGENT_IMAGES: readonly {
  readonly image: RegExp;
  readonly tool: string;
  readonly purposes: readonly SignalPurpose[];
}[] = [
  {
    image: /fluent-?bit|fluentd/i,
    tool: 'Fluentd or Fluent Bit',
    purposes: ['central-logging'],
  },
  {
    image: /(^|\/)vector(:|@|$)|timberio\/vector/i,
    tool: 'Vector',
    purposes: ['central-logging'],
  },
  {
    image: /promtail|grafana\/(agent|alloy)/i,
    tool: 'Promtail',
    purposes: ['central-logging'],
  },
  { image: /grafana\/loki/i, tool: 'Loki', purposes: ['central-logging'] },
  { image: /filebeat|logstash/i, tool: 'ELK', purposes: ['central-logging'] },
  { image: /logspout/i, tool: 'Papertrail', purposes: ['central-logging'] },
  { image: /sumologic/i, tool: 'Sumo Logic', purposes: ['central-logging'] },
  { image: /cloudwatch-agent/i, tool: 'CloudWatch', purposes: ['metrics'] },
  { image: /aws-xray-daemon/i, tool: 'X-Ray', purposes: ['tracing'] },
  {
    image:
      /(^|\/)(datadog\/agent|datadog-agent)|gcr\.io\/datadoghq\/agent|public\.ecr\.aws\/datadog\/agent/i,
    tool: 'Datadog',
    purposes: ['metrics', 'central-logging'],
  },
  { image: /newrelic/i, tool: 'New Relic', purposes: ['metrics'] },
  { image: /dynatrace/i, tool: 'Dynatrace', purposes: ['metrics'] },
  {
    image: /opentelemetry-collector|otel\/|aws-otel-collector/i,
    tool: 'OpenTelemetry',
    purposes: ['metrics', 'tracing'],
  },
  {
    image: /jaegertracing|openzipkin/i,
    tool: 'Jaeger or Zipkin',
    purposes: ['tracing'],
  },
  {
    image:
      /prom\/(prometheus|node-exporter|statsd-exporter|pushgateway)|[\w-]+-exporter(:|@|$)/i,
    tool: 'Prometheus',
    purposes: ['metrics'],
  },
  { image: /telegraf/i, tool: 'Telegraf', purposes: ['metrics'] },
];

/** Charts of agents, for charts that depend on them. */
const AGENT_CHARTS: readonly {
  readonly chart: RegExp;
  readonly tool: string;
  readonly purposes: readonly SignalPurpose[];
}[] = [
  {
    chart: /^(datadog|datadog-operator)$/,
    tool: 'Datadog',
    purposes: ['metrics', 'central-logging'],
  },
  {
    chart:
      /^(kube-prometheus-stack|prometheus|prometheus-adapter|victoria-metrics[\w-]*)$/,
    tool: 'Prometheus',
    purposes: ['metrics'],
  },
  {
    chart: /^(opentelemetry-(collector|operator|kube-stack))$/,
    tool: 'OpenTelemetry',
    purposes: ['metrics', 'tracing'],
  },
  {
    chart: /^(nri-bundle|newrelic-bundle|newrelic-infrastructure)$/,
    tool: 'New Relic',
    purposes: ['metrics', 'central-logging'],
  },
  {
    chart: /^(dynatrace-operator)$/,
    tool: 'Dynatrace',
    purposes: ['metrics', 'tracing'],
  },
  {
    chart: /^(fluent-bit|fluentd|aws-for-fluent-bit|logging-operator)$/,
    tool: 'Fluentd or Fluent Bit',
    purposes: ['central-logging'],
  },
  {
    chart: /^(promtail|loki|loki-stack|alloy|grafana-agent|k8s-monitoring)$/,
    tool: 'Loki',
    purposes: ['central-logging'],
  },
  {
    chart: /^(filebeat|logstash|elastic-agent)$/,
    tool: 'ELK',
    purposes: ['central-logging'],
  },
  { chart: /^(vector)$/, tool: 'Vector', purposes: ['central-logging'] },
  {
    chart: /^(sumologic)$/,
    tool: 'Sumo Logic',
    purposes: ['central-logging', 'metrics'],
  },
  {
    chart: /^(jaeger|tempo|zipkin)$/,
    tool: 'Jaeger or Zipkin',
    purposes: ['tracing'],
  },
  { chart: /^(pyrra|sloth)$/, tool: 'Sloth or Pyrra', purposes: ['slo'] },
];

/** Passing findings for containers that run an agent, and for charts that install one. */
export function passAgents(
  { facts }: CheckContext,
  purpose: SignalPurpose,
): Finding[] {
  const images = facts.workloads
    .flatMap(workload => workload.containers)
    .flatMap(container => {
      const { image } = container;
      const agent =
        image.state === 'known'
          ? AGENT_IMAGES.find(
              each =>
                each.image.test(image.value) && each.purposes.includes(purpose),
            )
          : undefined;
      return agent === undefined
        ? []
        : [
            pass(container, {
              message: `Runs ${agent.tool}`,
              at: [image.location],
            }),
          ];
    });
  return [...images, ...passCharts(facts.resourceInventory, purpose)];
}

/** Charts are there without values of their own too, so the inventory is asked. */
function passCharts(
  inventory: readonly ResourceInventoryFact[],
  purpose: SignalPurpose,
): Finding[] {
  return inventory.flatMap(resource => {
    if (resource.type !== 'HelmDependency') return [];
    const name = resource.subject.slice(resource.subject.lastIndexOf('/') + 1);
    const agent = AGENT_CHARTS.find(
      each => each.chart.test(name) && each.purposes.includes(purpose),
    );
    return agent === undefined
      ? []
      : [pass(resource, { message: `Installs ${agent.tool}` })];
  });
}
