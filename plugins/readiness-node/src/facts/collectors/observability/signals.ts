import type { CollectorInput } from '../../collector';
import { AttributeReader, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SignalFact } from '../../types/observability';
import { readSignalFiles } from './signalFiles';
import { SIGNAL_TYPES } from './signalTypes';
import { alwaysOn, derive, getSwitch } from './switches';

/** Everything whose being there shows that something is observed. */
export function readSignals(input: CollectorInput): readonly SignalFact[] {
  const { resources } = input;
  return [
    ...resources.all.flatMap(readByType),
    ...readTracingModes(resources),
    ...readScrapeAnnotations(resources),
    ...readDashboardMaps(resources),
    ...readEscalationReceivers(resources),
    ...readSignalFiles(input.files),
  ];
}

function readByType(resource: Resource): SignalFact[] {
  return SIGNAL_TYPES.filter(({ types }) => types.test(resource.type)).map(
    ({ purpose, tool }) => ({
      ...toSubjectFact(resource),
      purpose,
      tool,
      isOn: alwaysOn(resource.type, resource.location),
      ...getSwitch(resource),
    }),
  );
}

/** Settings that switch X-Ray on, by type; the default is off. */
const MODES: Readonly<Record<string, string>> = {
  aws_lambda_function: 'tracing_config.mode',
  'AWS::Lambda::Function': 'TracingConfig.Mode',
  'AWS::Serverless::Function': 'Tracing',
  'serverless.function': 'tracing',
};
const FLAGS: Readonly<Record<string, string>> = {
  aws_api_gateway_stage: 'xray_tracing_enabled',
  'AWS::ApiGateway::Stage': 'TracingEnabled',
  'AWS::Serverless::Api': 'TracingEnabled',
  aws_sfn_state_machine: 'tracing_configuration.enabled',
  'AWS::Serverless::StateMachine': 'Tracing.Enabled',
};

function readTracingModes(resources: ResourceIndex): SignalFact[] {
  const modes = resources.ofType(...Object.keys(MODES)).map(resource => {
    const mode = AttributeReader.of(resource).text(MODES[resource.type] ?? '');
    const isPassive = mode.state === 'known' && mode.value === 'PassThrough';
    return {
      ...toSubjectFact(resource),
      purpose: 'tracing' as const,
      tool: 'X-Ray',
      isOn:
        mode.state === 'absent'
          ? { ...mode, defaultValue: false }
          : derive(mode, value => /^(Active|PassThrough|true)$/.test(value)),
      ...(isPassive && {
        note: 'only requests that the caller traces are traced',
      }),
    };
  });
  const flags = resources.ofType(...Object.keys(FLAGS)).map(resource => ({
    ...toSubjectFact(resource),
    purpose: 'tracing' as const,
    tool: 'X-Ray',
    isOn: AttributeReader.of(resource).boolean(FLAGS[resource.type] ?? '', {
      default: false,
    }),
  }));
  return [...modes, ...flags];
}

/** `prometheus.io/scrape: "true"` and Datadog's checks on pods and Services. */
function readScrapeAnnotations(resources: ResourceIndex): SignalFact[] {
  const places = [
    'metadata.annotations',
    'spec.template.metadata.annotations',
    'spec.jobTemplate.spec.template.metadata.annotations',
  ];
  return resources.all
    .filter(resource => resource.language === 'kubernetes')
    .flatMap(resource =>
      places.flatMap(place => {
        const annotations = getValue(resource.attributes, place);
        if (annotations?.kind !== 'map') return [];
        const key = Object.keys(annotations.entries).find(each =>
          /^(prometheus\.io\/scrape|ad\.datadoghq\.com\/.+\.(checks|instances)|k8s\.grafana\.com\/scrape|instrumentation\.opentelemetry\.io\/inject-\w+)$/.test(
            each,
          ),
        );
        const value = key === undefined ? undefined : annotations.entries[key];
        if (
          key === undefined ||
          value === undefined ||
          getText(value) === 'false'
        )
          return [];
        const isTracing = key.startsWith('instrumentation.');
        const signal = {
          ...toSubjectFact(resource),
          tool: key,
          isOn: alwaysOn(key, value.location),
          location: value.location,
          ...getSwitch(resource),
        };
        return isTracing
          ? [
              { ...signal, purpose: 'tracing' as const },
              { ...signal, purpose: 'metrics' as const },
            ]
          : [{ ...signal, purpose: 'metrics' as const }];
      }),
    );
}

/** ConfigMaps the Grafana sidecar picks up. */
function readDashboardMaps(resources: ResourceIndex): SignalFact[] {
  return resources
    .ofType('ConfigMap', 'kubernetes_config_map', 'kubernetes_config_map_v1')
    .filter(resource => {
      const labels = getValue(resource.attributes, 'metadata.labels');
      return (
        labels?.kind === 'map' &&
        Object.keys(labels.entries).some(key =>
          /grafana_dashboard|grafana-dashboard/.test(key),
        )
      );
    })
    .map(resource => ({
      ...toSubjectFact(resource),
      purpose: 'dashboard',
      tool: 'Grafana',
      isOn: alwaysOn('the dashboard label', resource.location),
    }));
}

/** Alertmanager receivers and topics that page somebody. */
function readEscalationReceivers(resources: ResourceIndex): SignalFact[] {
  const configs = resources
    .ofType('AlertmanagerConfig')
    .filter(resource =>
      /pagerduty|opsgenie|victorops/i.test(
        JSON.stringify(getValue(resource.attributes, 'spec.receivers') ?? ''),
      ),
    );
  const subscriptions = resources
    .ofType('aws_sns_topic_subscription', 'AWS::SNS::Subscription')
    .filter(resource => {
      const endpoint = getText(
        getValue(
          resource.attributes,
          resource.language === 'terraform' ? 'endpoint' : 'Endpoint',
        ),
      );
      return /pagerduty\.com|opsgenie\.com|victorops\.com|oncall/i.test(
        endpoint ?? '',
      );
    });
  const channels = resources
    .ofType('google_monitoring_notification_channel')
    .filter(resource =>
      /^(pagerduty|opsgenie)$/i.test(
        getText(getValue(resource.attributes, 'type')) ?? '',
      ),
    );
  return [...configs, ...subscriptions, ...channels].map(resource => ({
    ...toSubjectFact(resource),
    purpose: 'escalation',
    tool: 'an on-call service',
    isOn: alwaysOn('the receiver', resource.location),
  }));
}
