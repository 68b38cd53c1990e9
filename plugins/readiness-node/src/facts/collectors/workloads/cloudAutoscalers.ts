import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { AutoscalerFact } from '../../types/autoscalers';
import type { WorkloadFact } from '../../types/workloads';
import { absent, known } from './blankFacts';
import { readPresence } from './readSettings';

/** What an autoscaling resource calls its settings. */
interface AutoscalerNames {
  readonly kind: AutoscalerFact['kind'];
  readonly minimum?: string;
  readonly maximum?: string;
  /** Settings that make it scale by something. */
  readonly metrics?: readonly string[];
  readonly target?: string;
  readonly schedule?: string;
  /** The resource itself is the target of scaling policies that refer to it. */
  readonly policies?: readonly string[];
}

const AUTOSCALERS: Readonly<Record<string, AutoscalerNames>> = {
  aws_appautoscaling_target: {
    kind: 'application-target',
    minimum: 'min_capacity',
    maximum: 'max_capacity',
    target: 'resource_id',
    policies: [
      'aws_appautoscaling_policy',
      'aws_appautoscaling_scheduled_action',
    ],
  },
  aws_appautoscaling_policy: {
    kind: 'policy',
    metrics: [
      'target_tracking_scaling_policy_configuration',
      'step_scaling_policy_configuration',
    ],
    target: 'resource_id',
  },
  aws_appautoscaling_scheduled_action: {
    kind: 'schedule',
    minimum: 'scalable_target_action.min_capacity',
    maximum: 'scalable_target_action.max_capacity',
    target: 'resource_id',
    schedule: 'schedule',
  },
  aws_autoscaling_policy: {
    kind: 'policy',
    metrics: [
      'target_tracking_configuration',
      'step_adjustment',
      'scaling_adjustment',
      'predictive_scaling_configuration',
    ],
    target: 'autoscaling_group_name',
  },
  aws_autoscaling_schedule: {
    kind: 'schedule',
    minimum: 'min_size',
    maximum: 'max_size',
    target: 'autoscaling_group_name',
    schedule: 'recurrence',
  },
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    kind: 'application-target',
    minimum: 'MinCapacity',
    maximum: 'MaxCapacity',
    metrics: ['ScheduledActions'],
    target: 'ResourceId',
    policies: ['AWS::ApplicationAutoScaling::ScalingPolicy'],
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    kind: 'policy',
    metrics: [
      'TargetTrackingScalingPolicyConfiguration',
      'StepScalingPolicyConfiguration',
    ],
    target: 'ScalingTargetId',
  },
  'AWS::AutoScaling::ScalingPolicy': {
    kind: 'policy',
    metrics: [
      'TargetTrackingConfiguration',
      'StepAdjustments',
      'ScalingAdjustment',
      'PredictiveScalingConfiguration',
    ],
    target: 'AutoScalingGroupName',
  },
  'AWS::AutoScaling::ScheduledAction': {
    kind: 'schedule',
    minimum: 'MinSize',
    maximum: 'MaxSize',
    target: 'AutoScalingGroupName',
    schedule: 'Recurrence',
  },
  google_compute_autoscaler: createGoogle(),
  google_compute_region_autoscaler: createGoogle(),
  azurerm_monitor_autoscale_setting: {
    kind: 'azure-autoscale',
    minimum: 'profile.capacity.minimum',
    maximum: 'profile.capacity.maximum',
    metrics: ['profile.rule', 'predictive'],
    target: 'target_resource_id',
    schedule: 'profile.recurrence',
  },
};

function createGoogle(): AutoscalerNames {
  return {
    kind: 'gce-autoscaler',
    minimum: 'autoscaling_policy.min_replicas',
    maximum: 'autoscaling_policy.max_replicas',
    // CPU at 60 % is the default of a policy without any.
    metrics: ['autoscaling_policy'],
    target: 'target',
    schedule: 'autoscaling_policy.scaling_schedules',
  };
}

const GROUPS = ['aws_autoscaling_group', 'AWS::AutoScaling::AutoScalingGroup'];

/** Autoscaling of AWS, Google and Azure, and machine groups that may grow. */
export function collectCloudAutoscalers(
  resources: ResourceIndex,
  workloads: readonly WorkloadFact[],
): AutoscalerFact[] {
  const types = Object.keys(AUTOSCALERS);
  return [...resources.ofType(...types), ...resources.offByDefault(...types)]
    .flatMap(resource => {
      const names = AUTOSCALERS[resource.type];
      return names
        ? [readAutoscaler(resource, names, resources, workloads)]
        : [];
    })
    .concat(
      resources.ofType(...GROUPS).map(readGroup),
      resources.ofType('helm_release').flatMap(readKarpenter),
    );
}

/** Karpenter, installed by Terraform; its node pools are often elsewhere. */
function readKarpenter(resource: Resource): AutoscalerFact[] {
  const chart = AttributeReader.of(resource).text('chart');
  if (chart.state !== 'known' || !/(^|\/)karpenter$/.test(chart.value))
    return [];
  const hasMetric = known(true, 'chart', chart.location);
  return [{ ...createBlank(resource, 'karpenter'), hasMetric }];
}

/** The bounds of a machine group, which its policies move within. */
function readGroup(resource: Resource): AutoscalerFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  return {
    ...createBlank(resource, 'machine-group'),
    minimum: reader.number(isTerraform ? 'min_size' : 'MinSize'),
    maximum: reader.number(isTerraform ? 'max_size' : 'MaxSize'),
    target: {
      kind: known(resource.type, 'type', resource.location),
      name: known(resource.name, 'name', resource.location),
      references: [resource.address],
      workload: resource.address,
    },
  };
}

function readAutoscaler(
  resource: Resource,
  names: AutoscalerNames,
  resources: ResourceIndex,
  workloads: readonly WorkloadFact[],
): AutoscalerFact {
  const reader = AttributeReader.of(resource);
  const blank = createBlank(resource, names.kind);
  const { minimum, maximum, metrics, schedule, target } = names;
  return {
    ...blank,
    ...(minimum !== undefined && { minimum: reader.number(minimum) }),
    ...(maximum !== undefined && { maximum: reader.number(maximum) }),
    hasMetric:
      findPolicy(resource, names, resources) ??
      (metrics ? readPresence(reader, metrics) : blank.hasMetric),
    ...(schedule !== undefined && { schedule: reader.text(schedule) }),
    ...(target !== undefined && {
      target: readTarget(resource, reader, target, workloads),
    }),
  };
}

/** A policy that moves a target makes it scale by that policy's metric. */
function findPolicy(
  resource: Resource,
  names: AutoscalerNames,
  resources: ResourceIndex,
) {
  const attribute =
    resource.language === 'terraform' ? 'resource_id' : 'ScalingTargetId';
  const [policy] = resources.companions(
    resource,
    names.policies ?? [],
    attribute,
    attribute,
  );
  return policy && known(true, policy.type, policy.location);
}

function readTarget(
  resource: Resource,
  reader: AttributeReader,
  path: string,
  workloads: readonly WorkloadFact[],
): AutoscalerFact['target'] {
  const references = reader.references(path);
  const name = reader.text(path);
  const workload = workloads.find(
    each =>
      each.scope === resource.scope &&
      (references.includes(each.subject) ||
        (name.state === 'known' && name.value.endsWith(`/${each.name}`))),
  );
  return {
    kind: reader.text(
      resource.language === 'terraform'
        ? 'scalable_dimension'
        : 'ScalableDimension',
    ),
    name,
    references,
    ...(workload && { workload: workload.subject }),
  };
}

function createBlank(
  resource: Resource,
  kind: AutoscalerFact['kind'],
): AutoscalerFact {
  const { location, offByDefault } = resource;
  return {
    ...toSubjectFact(resource),
    name: resource.name,
    namespace: '',
    kind,
    minimum: absent('minimum', location),
    maximum: absent('maximum', location),
    hasMetric: absent('policy', location, false),
    target: {
      kind: absent('target', location),
      name: absent('target', location),
      references: [],
    },
    schedule: absent('schedule', location),
    ...(offByDefault !== undefined && { offByDefault }),
  };
}
