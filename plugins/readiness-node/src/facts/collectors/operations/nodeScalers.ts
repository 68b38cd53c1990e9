import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { AutoscalerFact } from '../../types/autoscalers';
import type { FactValue } from '../../value';

/** Where a kind of node pool keeps its bounds, and what switches it on. */
interface PoolNames {
  readonly minimum: string;
  readonly maximum: string;
  /** Any of these being true makes it scale; without them its bounds do. */
  readonly switches?: readonly string[];
}

const POOLS: Readonly<Record<string, PoolNames>> = {
  google_container_node_pool: {
    minimum: 'autoscaling.min_node_count',
    maximum: 'autoscaling.max_node_count',
  },
  google_container_cluster: {
    minimum: 'cluster_autoscaling.minimum',
    maximum: 'cluster_autoscaling.maximum',
    switches: ['cluster_autoscaling.enabled', 'enable_autopilot'],
  },
  azurerm_kubernetes_cluster: {
    minimum: 'default_node_pool.min_count',
    maximum: 'default_node_pool.max_count',
    switches: [
      'default_node_pool.auto_scaling_enabled',
      'default_node_pool.enable_auto_scaling',
    ],
  },
  azurerm_kubernetes_cluster_node_pool: {
    minimum: 'min_count',
    maximum: 'max_count',
    switches: ['auto_scaling_enabled', 'enable_auto_scaling'],
  },
  aws_eks_node_group: {
    minimum: 'scaling_config.min_size',
    maximum: 'scaling_config.max_size',
  },
  'AWS::EKS::Nodegroup': {
    minimum: 'ScalingConfig.MinSize',
    maximum: 'ScalingConfig.MaxSize',
  },
};

/** Node pools that grow and shrink. */
export function collectNodeScalers(resources: ResourceIndex): AutoscalerFact[] {
  return resources.ofType(...Object.keys(POOLS)).flatMap(resource => {
    const names = POOLS[resource.type];
    return names === undefined ? [] : readPool(resource, names);
  });
}

function readPool(resource: Resource, names: PoolNames): AutoscalerFact[] {
  const reader = AttributeReader.of(resource);
  const minimum = reader.number(names.minimum);
  const maximum = reader.number(names.maximum);
  const isOn =
    names.switches === undefined
      ? maximum.state !== 'absent' && !isFixed(minimum, maximum)
      : names.switches.some(path => getText(reader.get(path)) === 'true');
  if (!isOn) return [];
  const { location } = resource;
  const absent = { state: 'absent', location } as const;
  return [
    {
      ...toSubjectFact(resource),
      name: resource.name,
      namespace: '',
      kind: 'cluster-autoscaler',
      minimum,
      maximum,
      hasMetric: {
        state: 'known',
        value: true,
        setting: names.maximum,
        location,
      },
      target: {
        kind: { ...absent, setting: 'target' },
        name: { ...absent, setting: 'target' },
        references: [],
      },
      schedule: { ...absent, setting: 'schedule' },
    },
  ];
}

/** A group of one size is no autoscaler. */
function isFixed(
  minimum: FactValue<number>,
  maximum: FactValue<number>,
): boolean {
  return (
    minimum.state === 'known' &&
    maximum.state === 'known' &&
    minimum.value >= maximum.value
  );
}
