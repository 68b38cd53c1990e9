import { AttributeReader, getItems, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { PurchaseOptionFact } from '../../types/machines';
import type { FactValue, Value } from '../../value';
import { isSet, known } from './blankFacts';

/** A setting that buys cheaper capacity, and the texts that switch it on. */
interface OptionNames {
  readonly kind: PurchaseOptionFact['kind'];
  readonly path: string;
  /** Values that mean it; without them its presence does. */
  readonly values?: RegExp;
}

const SPOT = /^(spot|true|FARGATE_SPOT|Spot)$/i;

const OPTIONS: Readonly<Record<string, readonly OptionNames[]>> = {
  aws_spot_instance_request: [{ kind: 'spot', path: '' }],
  aws_spot_fleet_request: [{ kind: 'spot', path: '' }],
  aws_ec2_fleet: [{ kind: 'spot', path: 'spot_options' }],
  aws_instance: [
    { kind: 'spot', path: 'instance_market_options.market_type', values: SPOT },
  ],
  aws_launch_template: [
    { kind: 'spot', path: 'instance_market_options.market_type', values: SPOT },
  ],
  aws_launch_configuration: [{ kind: 'spot', path: 'spot_price' }],
  aws_autoscaling_group: [
    { kind: 'mixed-instances', path: 'mixed_instances_policy' },
  ],
  aws_eks_node_group: [{ kind: 'spot', path: 'capacity_type', values: SPOT }],
  aws_ecs_service: [
    { kind: 'spot', path: 'capacity_provider_strategy', values: SPOT },
  ],
  aws_ecs_cluster: [{ kind: 'spot', path: 'capacity_providers', values: SPOT }],
  aws_ecs_cluster_capacity_providers: [
    { kind: 'spot', path: 'capacity_providers', values: SPOT },
  ],
  aws_rds_reserved_instance: [{ kind: 'reservation', path: '' }],
  aws_ec2_capacity_reservation: [{ kind: 'reservation', path: '' }],
  aws_savingsplans_savings_plan: [{ kind: 'savings-plan', path: '' }],
  'AWS::EC2::LaunchTemplate': [
    {
      kind: 'spot',
      path: 'LaunchTemplateData.InstanceMarketOptions.MarketType',
      values: SPOT,
    },
  ],
  'AWS::AutoScaling::LaunchConfiguration': [
    { kind: 'spot', path: 'SpotPrice' },
  ],
  'AWS::AutoScaling::AutoScalingGroup': [
    { kind: 'mixed-instances', path: 'MixedInstancesPolicy' },
  ],
  'AWS::EKS::Nodegroup': [{ kind: 'spot', path: 'CapacityType', values: SPOT }],
  'AWS::ECS::Service': [
    { kind: 'spot', path: 'CapacityProviderStrategy', values: SPOT },
  ],
  'AWS::ECS::Cluster': [
    { kind: 'spot', path: 'CapacityProviders', values: SPOT },
  ],
  'AWS::EC2::CapacityReservation': [{ kind: 'reservation', path: '' }],
  'AWS::EC2::SpotFleet': [{ kind: 'spot', path: '' }],
  google_compute_instance: onGoogle('scheduling'),
  google_compute_instance_template: onGoogle('scheduling'),
  google_container_node_pool: onGoogle('node_config'),
  google_container_cluster: onGoogle('node_config'),
  google_compute_reservation: [{ kind: 'reservation', path: '' }],
  google_compute_region_commitment: [{ kind: 'reservation', path: '' }],
  azurerm_linux_virtual_machine: [
    { kind: 'spot', path: 'priority', values: SPOT },
  ],
  azurerm_windows_virtual_machine: [
    { kind: 'spot', path: 'priority', values: SPOT },
  ],
  azurerm_linux_virtual_machine_scale_set: [
    { kind: 'spot', path: 'priority', values: SPOT },
  ],
  azurerm_kubernetes_cluster_node_pool: [
    { kind: 'spot', path: 'priority', values: SPOT },
  ],
  azurerm_capacity_reservation: [{ kind: 'reservation', path: '' }],
  NodePool: [
    { kind: 'spot', path: 'spec.template.spec.requirements', values: SPOT },
  ],
  Provisioner: [{ kind: 'spot', path: 'spec.requirements', values: SPOT }],
};

function onGoogle(block: string): readonly OptionNames[] {
  return [
    { kind: 'spot', path: `${block}.preemptible`, values: SPOT },
    { kind: 'spot', path: `${block}.spot`, values: SPOT },
    { kind: 'spot', path: `${block}.provisioning_model`, values: SPOT },
  ];
}

/** Spot, preemptible and reserved capacity; only what is set at all. */
export function collectPurchaseOptions(
  resources: ResourceIndex,
): PurchaseOptionFact[] {
  return resources.ofType(...Object.keys(OPTIONS)).flatMap(resource =>
    (OPTIONS[resource.type] ?? []).flatMap(names => {
      const enabled = readOption(resource, names);
      return enabled
        ? [{ ...toSubjectFact(resource), kind: names.kind, enabled }]
        : [];
    }),
  );
}

function readOption(
  resource: Resource,
  { path, values }: OptionNames,
): FactValue<boolean> | undefined {
  if (path === '') return known(true, resource.type, resource.location);
  const reader = AttributeReader.of(resource);
  const value = reader.get(path);
  if (value === undefined) return undefined;
  if (values === undefined) return isSet(known(true, path, value.location));
  if (value.kind === 'unresolved') {
    const { expression, location } = value;
    return { state: 'unresolved', expression, setting: path, location };
  }
  const isOn = listTexts(value).some(text => values.test(text));
  return known(isOn, path, value.location);
}

/** Texts anywhere in a small value: names of providers, values of requirements. */
function listTexts(value: Value): string[] {
  const text = getText(value);
  if (text !== undefined) return [text];
  if (value.kind === 'map')
    return Object.values(value.entries).flatMap(listTexts);
  return value.kind === 'list' ? getItems(value).flatMap(listTexts) : [];
}
