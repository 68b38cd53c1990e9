import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { PlatformMetricsFact } from '../../types/observability';
import type { FactValue } from '../../value';
import { derive } from './switches';

const INSTANCES = [
  { type: 'aws_instance', setting: 'monitoring', isOnByDefault: false },
  {
    type: 'aws_launch_template',
    setting: 'monitoring.enabled',
    isOnByDefault: false,
  },
  {
    type: 'aws_launch_configuration',
    setting: 'enable_monitoring',
    isOnByDefault: true,
  },
  { type: 'AWS::EC2::Instance', setting: 'Monitoring', isOnByDefault: false },
  {
    type: 'AWS::EC2::LaunchTemplate',
    setting: 'LaunchTemplateData.Monitoring.Enabled',
    isOnByDefault: false,
  },
  {
    type: 'AWS::AutoScaling::LaunchConfiguration',
    setting: 'InstanceMonitoring',
    isOnByDefault: true,
  },
];

/** What platforms report about themselves when they are told to. */
export function readPlatformMetrics(
  resources: ResourceIndex,
): readonly PlatformMetricsFact[] {
  return [
    ...resources
      .ofType('aws_ecs_cluster', 'AWS::ECS::Cluster')
      .map(resource => ({
        ...toSubjectFact(resource),
        aspect: 'container-insights' as const,
        isOn: readContainerInsights(resource),
      })),
    ...INSTANCES.flatMap(({ type, setting, isOnByDefault }) =>
      resources.ofType(type).map(resource => ({
        ...toSubjectFact(resource),
        aspect: 'detailed-monitoring' as const,
        isOn: AttributeReader.of(resource).boolean(setting, {
          default: isOnByDefault,
        }),
      })),
    ),
    ...readClusters(resources),
  ];
}

/** One setting among several, by its name. */
function readContainerInsights(resource: Resource): FactValue<boolean> {
  const [list, name, value] =
    resource.language === 'terraform'
      ? ['setting', 'name', 'value']
      : ['ClusterSettings', 'Name', 'Value'];
  const settings = AttributeReader.of(resource).blocks(list ?? '');
  const setting = settings.find(
    each => getText(each.get(name ?? '')) === 'containerInsights',
  );
  if (setting === undefined) {
    const open = settings.find(each => each.value.kind === 'unresolved');
    return open?.value.kind === 'unresolved'
      ? {
          state: 'unresolved',
          expression: open.value.expression,
          setting: 'containerInsights',
          location: open.location,
        }
      : {
          state: 'absent',
          setting: 'containerInsights',
          location: resource.location,
          defaultValue: false,
        };
  }
  return derive(setting.text(value ?? ''), text =>
    /^(enabled|enhanced)$/.test(text),
  );
}

function readClusters(resources: ResourceIndex): PlatformMetricsFact[] {
  const google = resources.ofType('google_container_cluster').map(resource => ({
    ...toSubjectFact(resource),
    aspect: 'cluster-monitoring' as const,
    isOn: derive(
      AttributeReader.of(resource).text('monitoring_service', {
        default: 'monitoring.googleapis.com/kubernetes',
      }),
      service => service !== 'none',
    ),
  }));
  const azure = resources.ofType('azurerm_kubernetes_cluster').map(resource => {
    const reader = AttributeReader.of(resource);
    const legacy = reader.boolean('addon_profile.oms_agent.enabled');
    const isAnyOn = reader.has('monitor_metrics') && !reader.has('oms_agent');
    return {
      ...toSubjectFact(resource),
      aspect: 'cluster-monitoring' as const,
      isOn:
        legacy.state === 'absent'
          ? reader.presence(isAnyOn ? 'monitor_metrics' : 'oms_agent')
          : legacy,
    };
  });
  return [...google, ...azure];
}
