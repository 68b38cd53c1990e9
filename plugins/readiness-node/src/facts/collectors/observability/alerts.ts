import type { CollectorInput } from '../../collector';
import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { AlertFact } from '../../types/observability';
import type { FactValue } from '../../value';
import { readAlertFiles } from './alertFiles';
import { alwaysOn, derive, getSwitch } from './switches';

/** How a type of alarm names its receivers, and its switch. */
interface AlarmType {
  readonly tool: string;
  readonly types: readonly string[];
  /** Attribute or nested block that holds the receivers. */
  readonly receivers: string;
  /** Attribute that switches it, and what it is when missing: on. */
  readonly enabled?: string;
}

const ALARM_TYPES: readonly AlarmType[] = [
  {
    tool: 'CloudWatch',
    types: ['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'],
    receivers: 'alarm_actions',
    enabled: 'actions_enabled',
  },
  {
    tool: 'CloudWatch',
    types: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
    receivers: 'AlarmActions',
    enabled: 'ActionsEnabled',
  },
  {
    tool: 'Google Cloud Monitoring',
    types: ['google_monitoring_alert_policy'],
    receivers: 'notification_channels',
    enabled: 'enabled',
  },
  {
    tool: 'Azure Monitor',
    types: [
      'azurerm_monitor_metric_alert',
      'azurerm_monitor_activity_log_alert',
      'azurerm_monitor_scheduled_query_rules_alert',
      'azurerm_monitor_scheduled_query_rules_alert_v2',
      'azurerm_monitor_log_alert',
    ],
    receivers: 'action',
    enabled: 'enabled',
  },
  {
    tool: 'Azure Monitor',
    types: ['azurerm_monitor_smart_detector_alert_rule'],
    receivers: 'action_group',
    enabled: 'enabled',
  },
  {
    tool: 'Honeycomb',
    types: ['honeycombio_trigger', 'honeycombio_burn_alert'],
    receivers: 'recipient',
  },
  { tool: 'Dynatrace', types: ['dynatrace_alerting'], receivers: 'name' },
];

/** Alarms and alert rules, and whether somebody hears of them. */
export function readAlerts(input: CollectorInput): readonly AlertFact[] {
  const { resources } = input;
  return [
    ...ALARM_TYPES.flatMap(type =>
      resources
        .ofType(...type.types)
        .map(resource => readAlarm(resource, type)),
    ),
    ...readMonitors(resources),
    ...readRoutedAlerts(resources),
    ...readAlarmModules(resources),
    ...readPrometheusRules(resources),
    ...readAlertFiles(input.files),
  ];
}

function readAlarm(
  resource: Resource,
  { tool, receivers, enabled }: AlarmType,
): AlertFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    tool,
    receiver: reader.presence(receivers),
    isEnabled:
      enabled === undefined
        ? alwaysOn('the alarm', resource.location)
        : reader.boolean(enabled, { default: true }),
  };
}

/** Datadog monitors name whom they notify in their message. */
function readMonitors(resources: ResourceIndex): AlertFact[] {
  return resources.ofType('datadog_monitor', 'DatadogMonitor').map(resource => {
    const path =
      resource.language === 'kubernetes' ? 'spec.message' : 'message';
    const message = AttributeReader.of(resource).text(path);
    return {
      ...toSubjectFact(resource),
      tool: 'Datadog',
      // An unresolved message that shows a handle tells enough.
      receiver:
        message.state === 'unresolved' && /@[\w-]/.test(message.expression)
          ? {
              state: 'known',
              value: true,
              setting: path,
              location: message.location,
            }
          : derive(message, text => /@[\w{-]/.test(text)),
      isEnabled: alwaysOn('the monitor', resource.location),
    };
  });
}

/** Products where rules and their routing are resources of their own. */
const ROUTED = [
  {
    tool: 'New Relic',
    rules: [
      'newrelic_nrql_alert_condition',
      'newrelic_alert_condition',
      'newrelic_infra_alert_condition',
      'newrelic_synthetics_alert_condition',
    ],
    routes: [
      'newrelic_workflow',
      'newrelic_alert_policy_channel',
      'newrelic_notification_channel',
    ],
    expected: 'newrelic_workflow',
  },
  {
    tool: 'Grafana',
    rules: ['grafana_rule_group', 'GrafanaAlertRuleGroup'],
    routes: [
      'grafana_contact_point',
      'grafana_notification_policy',
      'GrafanaContactPoint',
      'GrafanaNotificationPolicy',
    ],
    expected: 'grafana_contact_point',
  },
] as const;

function readRoutedAlerts(resources: ResourceIndex): AlertFact[] {
  return ROUTED.flatMap(({ tool, rules, routes, expected }) => {
    const [route] = resources.ofType(...routes);
    return resources.ofType(...rules).map(resource => {
      const receiver: FactValue<boolean> =
        route === undefined
          ? {
              state: 'absent',
              setting: expected,
              location: resource.location,
              defaultValue: false,
            }
          : {
              state: 'known',
              value: true,
              setting: route.address,
              location: route.location,
            };
      return {
        ...toSubjectFact(resource),
        tool,
        receiver,
        isEnabled: alwaysOn('the rule', resource.location),
      };
    });
  });
}

function readAlarmModules(resources: ResourceIndex): AlertFact[] {
  return resources
    .ofType('module')
    .filter(resource =>
      /cloudwatch.*(metric-)?alarm/i.test(
        getText(getValue(resource.attributes, 'source')) ?? '',
      ),
    )
    .map(resource =>
      readAlarm(resource, {
        tool: 'CloudWatch',
        types: [],
        receivers: 'alarm_actions',
        enabled: 'actions_enabled',
      }),
    );
}

const PROMETHEUS_TYPES = [
  'PrometheusRule',
  'VMRule',
  'aws_prometheus_rule_group_namespace',
  'google_monitoring_rules',
];

/** Alertmanager routes them; the rules need no receiver of their own. */
function readPrometheusRules(resources: ResourceIndex): AlertFact[] {
  const all = [
    ...resources.ofType(...PROMETHEUS_TYPES),
    ...resources.offByDefault(...PROMETHEUS_TYPES),
  ];
  return all.filter(hasAlertRule).map(resource => ({
    ...toSubjectFact(resource),
    tool: 'Prometheus',
    receiver: {
      state: 'known',
      value: true,
      setting: 'Alertmanager',
      location: resource.location,
    },
    isEnabled: alwaysOn('the rule', resource.location),
    ...getSwitch(resource),
  }));
}

/** Recording rules alert nobody; what cannot be resolved may. */
function hasAlertRule(resource: Resource): boolean {
  if (!/^(PrometheusRule|VMRule)$/.test(resource.type)) return true;
  const groups = getItems(getValue(resource.attributes, 'spec.groups'));
  return groups.some(
    group =>
      group.kind === 'unresolved' ||
      getItems(getValue(group, 'rules')).some(
        rule =>
          rule.kind === 'unresolved' || getValue(rule, 'alert') !== undefined,
      ),
  );
}
