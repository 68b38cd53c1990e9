import { AttributeReader, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { AutoscalerFact } from '../../types/autoscalers';
import type { WorkloadFact } from '../../types/workloads';
import type { Value } from '../../value';
import { absent, known } from './blankFacts';

const BASES = ['', 'deployment', 'controller', 'application', 'app'];

/** Autoscalers that a chart of somebody else's makes when its values say so. */
export function collectHelmDependencyAutoscalers(
  resources: ResourceIndex,
  workloads: readonly WorkloadFact[],
): AutoscalerFact[] {
  return resources.ofType('HelmDependency').flatMap(resource => {
    const workload = workloads.find(
      each =>
        each.platform === 'helm-dependency' &&
        each.subject === resource.address &&
        each.scope === resource.scope,
    );
    const values = getValue(resource.attributes, 'values');
    const autoscaling = BASES.map(
      base =>
        values &&
        getValue(values, base === '' ? 'autoscaling' : `${base}.autoscaling`),
    ).find(found => found?.kind === 'map');
    return workload === undefined || autoscaling === undefined
      ? []
      : [readAutoscaler(resource, autoscaling)];
  });
}

function readAutoscaler(resource: Resource, value: Value): AutoscalerFact {
  const { location } = value;
  const reader = new AttributeReader(value, location);
  const isOn = getText(reader.get('enabled')) === 'true';
  return {
    ...toSubjectFact(resource),
    location,
    name: resource.name,
    namespace: 'default',
    kind: 'hpa',
    minimum: reader.number('minReplicas', { default: 1 }),
    maximum: reader.number('maxReplicas'),
    hasMetric: known(true, 'autoscaling', location),
    target: {
      kind: known('Deployment', 'autoscaling', location),
      name: known(resource.name, 'autoscaling', location),
      references: [],
      workload: resource.address,
    },
    schedule: absent('schedule', location),
    ...(!isOn && { offByDefault: '.Values.autoscaling.enabled' }),
  };
}
