import { getItems, getText, getValue } from '../../readValue';
import type { AutoscalerFact } from '../../types/autoscalers';
import type { WorkloadFact } from '../../types/workloads';
import type { FactValue } from '../../value';
import { absent, known } from './blankFacts';
import {
  getReader,
  readAnnotations,
  toNamespaced,
  type KubernetesObject,
} from './kubernetesObject';

/** HPA, KEDA, VPA, Karpenter and annotations of downscalers. */
export function collectKubernetesAutoscalers(
  objects: readonly KubernetesObject[],
  workloads: readonly WorkloadFact[],
): AutoscalerFact[] {
  return objects.flatMap(object => [
    ...readAutoscaler(object, workloads),
    ...readDownscaler(object),
  ]);
}

function readAutoscaler(
  object: KubernetesObject,
  workloads: readonly WorkloadFact[],
): AutoscalerFact[] {
  switch (object.kind) {
    case 'HorizontalPodAutoscaler':
      return [readHpa(object, workloads)];
    case 'ScaledObject':
    case 'ScaledJob':
      return [readKeda(object, workloads)];
    case 'VerticalPodAutoscaler':
      return [
        {
          ...base(object, 'vpa'),
          target: readTarget(object, 'spec.targetRef', workloads),
        },
      ];
    case 'NodePool':
    case 'Provisioner':
      return /karpenter/.test(object.apiVersion)
        ? [
            {
              ...base(object, 'karpenter'),
              hasMetric: known(true, 'spec', object.resource.location),
            },
          ]
        : [];
    default:
      return [];
  }
}

function readHpa(
  object: KubernetesObject,
  workloads: readonly WorkloadFact[],
): AutoscalerFact {
  const { path } = object;
  const reader = getReader(object);
  const metrics = reader.presence(path('spec.metrics'));
  const percentages = [
    'spec.targetCPUUtilizationPercentage',
    // Terraform's first version of the resource.
    'spec.target_cpu_utilization_percentage',
  ].map(each => reader.presence(each));
  return {
    ...base(object, 'hpa'),
    minimum: reader.number(path('spec.minReplicas'), { default: 1 }),
    maximum: reader.number(path('spec.maxReplicas')),
    hasMetric: [metrics, ...percentages].find(isThere) ?? metrics,
    target: readTarget(object, path('spec.scaleTargetRef'), workloads),
  };
}

function isThere(value: FactValue<boolean>): boolean {
  return (
    value.state === 'unresolved' || (value.state === 'known' && value.value)
  );
}

function readKeda(
  object: KubernetesObject,
  workloads: readonly WorkloadFact[],
): AutoscalerFact {
  const reader = getReader(object);
  const cron = getItems(getValue(object.root, 'spec.triggers')).find(
    trigger =>
      trigger.kind === 'map' && getText(trigger.entries.type) === 'cron',
  );
  return {
    ...base(object, 'keda'),
    minimum: reader.number('spec.minReplicaCount', { default: 0 }),
    maximum: reader.number('spec.maxReplicaCount', { default: 100 }),
    hasMetric: reader.presence('spec.triggers'),
    target: readTarget(object, 'spec.scaleTargetRef', workloads, 'Deployment'),
    schedule: cron
      ? known('cron', 'spec.triggers', cron.location)
      : absent('spec.triggers', object.resource.location),
  };
}

function readTarget(
  object: KubernetesObject,
  path: string,
  workloads: readonly WorkloadFact[],
  defaultKind?: string,
): AutoscalerFact['target'] {
  const reader = getReader(object);
  const kind = reader.text(
    `${path}.kind`,
    defaultKind === undefined ? {} : { default: defaultKind },
  );
  const name = reader.text(`${path}.name`);
  const references = reader.references(path);
  const kindName = kind.state === 'known' ? kind.value : defaultKind;
  const targetName = getName(name);
  const workload = workloads.find(
    each =>
      each.platform === 'kubernetes' &&
      each.scope === object.resource.scope &&
      (references.includes(each.subject) ||
        (each.name === targetName &&
          each.namespace === object.namespace &&
          getKind(each) === kindName)),
  );
  return {
    kind,
    name,
    references,
    ...(workload && { workload: workload.subject }),
  };
}

/** Names are compared by their expression when nobody can resolve them. */
function getName(name: FactValue<string>): string | undefined {
  if (name.state === 'unresolved') return name.expression;
  return name.state === 'known' ? name.value : undefined;
}

function getKind(workload: WorkloadFact): string {
  return workload.kind ?? workload.type;
}

const DOWNSCALER_ANNOTATIONS = [
  'downscaler/uptime',
  'downscaler/downtime',
  'downscaler/force-downtime',
  'janitor/ttl',
];

function readDownscaler(object: KubernetesObject): AutoscalerFact[] {
  const annotations = readAnnotations(object);
  const name = DOWNSCALER_ANNOTATIONS.find(each =>
    Object.hasOwn(annotations, each),
  );
  const text = name === undefined ? undefined : annotations[name];
  if (name === undefined || text === undefined) return [];
  const schedule = known(text, name, object.resource.location);
  return [{ ...base(object, 'downscaler'), schedule }];
}

function base(
  object: KubernetesObject,
  kind: AutoscalerFact['kind'],
): AutoscalerFact {
  const { location } = object.resource;
  return {
    ...toNamespaced(object),
    kind,
    minimum: absent('minReplicas', location),
    maximum: absent('maxReplicas', location),
    hasMetric: absent('metrics', location),
    target: {
      kind: absent('kind', location),
      name: absent('name', location),
      references: [],
    },
    schedule: absent('schedule', location),
  };
}
