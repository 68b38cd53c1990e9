import { defineCollector } from '../../collector';
import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type {
  BudgetFact,
  DefaultTagsFact,
  TaggableFact,
} from '../../types/cost';
import type { FactValue } from '../../value';
import { TAGGABLE_CLOUDFORMATION, TAGGABLE_TYPES } from './taggableTypes';

/** Tags, and what watches over the bill. */
export const costCollector = defineCollector({
  id: 'cost',
  collect: ({ resources }) => ({
    taggables: readTaggables(resources),
    defaultTags: readDefaultTags(resources),
    budgets: readBudgets(resources),
  }),
});

function readTaggables(resources: ResourceIndex): TaggableFact[] {
  const terraform = (['aws', 'google', 'azurerm'] as const).flatMap(provider =>
    resources.ofType(...TAGGABLE_TYPES[provider]).map(resource => ({
      ...toSubjectFact(resource),
      provider,
      tagKeys: readKeys(resource, getTagAttribute(resource, provider)),
    })),
  );
  const cloudformation = resources.all
    .filter(resource => TAGGABLE_CLOUDFORMATION.test(resource.type))
    .map(resource => ({
      ...toSubjectFact(resource),
      provider: 'aws' as const,
      tagKeys: readKeys(resource, 'Tags'),
    }));
  const groups = resources.ofType('aws_autoscaling_group').map(resource => ({
    ...toSubjectFact(resource),
    provider: 'aws' as const,
    tagKeys: readKeys(resource, 'tag'),
  }));
  return [...terraform, ...groups, ...cloudformation];
}

function getTagAttribute(
  { type }: Resource,
  provider: TaggableFact['provider'],
): string {
  if (provider !== 'google') return 'tags';
  if (type === 'google_container_cluster') return 'resource_labels';
  return type === 'google_sql_database_instance'
    ? 'settings.user_labels'
    : 'labels';
}

/** Keys of a map, or of CloudFormation's list of Key and Value. */
function readKeys(
  resource: Resource,
  setting: string,
): FactValue<readonly string[]> {
  const value = getValue(resource.attributes, setting);
  const fallback = { setting, location: resource.location };
  if (value === undefined || (value.kind === 'scalar' && value.value === null))
    return { state: 'absent', ...fallback };
  const { location } = value;
  if (value.kind === 'unresolved')
    return {
      state: 'unresolved',
      expression: value.expression,
      setting,
      location,
    };
  if (value.kind === 'map') {
    const keys = Object.keys(value.entries);
    return value.unresolvedRest === undefined || keys.length > 0
      ? { state: 'known', value: keys, setting, location }
      : {
          state: 'unresolved',
          expression: value.unresolvedRest,
          setting,
          location,
        };
  }
  const keys = getItems(value).flatMap(
    item =>
      getText(getValue(item, 'Key')) ?? getText(getValue(item, 'key')) ?? [],
  );
  return { state: 'known', value: keys, setting, location };
}

const DEFAULT_TAGS = [
  { type: 'provider.aws', provider: 'aws', setting: 'default_tags.tags' },
  { type: 'provider.google', provider: 'google', setting: 'default_labels' },
  {
    type: 'provider.google-beta',
    provider: 'google',
    setting: 'default_labels',
  },
] as const;

function readDefaultTags(resources: ResourceIndex): DefaultTagsFact[] {
  return DEFAULT_TAGS.flatMap(({ type, provider, setting }) =>
    resources
      .ofType(type)
      .filter(resource => getValue(resource.attributes, setting) !== undefined)
      .map(resource => ({
        ...toSubjectFact(resource),
        provider,
        tagKeys: readKeys(resource, setting),
      })),
  );
}

const BUDGETS: readonly {
  readonly tool: string;
  readonly types: readonly string[];
}[] = [
  {
    tool: 'AWS Budgets',
    types: ['aws_budgets_budget', 'AWS::Budgets::Budget'],
  },
  {
    tool: 'AWS Cost Anomaly Detection',
    types: [
      'aws_ce_anomaly_monitor',
      'aws_ce_anomaly_subscription',
      'AWS::CE::AnomalyMonitor',
      'AWS::CE::AnomalySubscription',
    ],
  },
  { tool: 'Google Cloud Billing budgets', types: ['google_billing_budget'] },
  {
    tool: 'Azure budgets',
    types: [
      'azurerm_consumption_budget_subscription',
      'azurerm_consumption_budget_resource_group',
      'azurerm_consumption_budget_management_group',
      'azurerm_cost_anomaly_alert',
    ],
  },
  {
    tool: 'ResourceQuota',
    types: [
      'ResourceQuota',
      'kubernetes_resource_quota',
      'kubernetes_resource_quota_v1',
    ],
  },
];

function readBudgets(resources: ResourceIndex): BudgetFact[] {
  const direct = BUDGETS.flatMap(({ tool, types }) =>
    [...resources.ofType(...types), ...resources.offByDefault(...types)].map(
      resource => createBudget(resource, tool),
    ),
  );
  const alarms = resources
    .ofType('aws_cloudwatch_metric_alarm')
    .filter(resource => {
      const reader = AttributeReader.of(resource);
      return getText(reader.get('metric_name')) === 'EstimatedCharges';
    });
  return [
    ...direct,
    ...alarms.map(resource => createBudget(resource, 'a billing alarm')),
  ];
}

function createBudget(resource: Resource, tool: string): BudgetFact {
  const { offByDefault } = resource;
  return {
    ...toSubjectFact(resource),
    tool,
    ...(offByDefault !== undefined && { offByDefault }),
  };
}
