import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, judge, pass, unknown } from '../../check';
import type { Facts } from '../../facts/facts';
import type { ServiceFact } from '../../facts/types/kubernetesObjects';
import type { WorkloadFact } from '../../facts/types/workloads';

const EXPECTED = 'a load balancer or Service in front';

/** What stands before a workload that listens. */
export function judgeFront(
  facts: Facts,
  workload: WorkloadFact,
  selects: (
    service: ServiceFact,
    workload: WorkloadFact,
  ) => boolean | undefined,
): readonly Finding[] {
  switch (workload.platform) {
    case 'kubernetes':
      return judgePods(facts, workload, selects);
    case 'ecs':
      return judgeTasks(facts, workload);
    case 'machine-group':
      return [
        judge(workload, workload.loadBalanced, {
          expected: EXPECTED,
          passes: isAttached => isAttached,
          absentMessage: 'Not attached to a load balancer',
        }),
      ];
    default:
      return [];
  }
}

function judgePods(
  facts: Facts,
  workload: WorkloadFact,
  selects: (
    service: ServiceFact,
    workload: WorkloadFact,
  ) => boolean | undefined,
): readonly Finding[] {
  const services = facts.services
    .filter(service => service.offByDefault === undefined)
    .map(service => ({ service, answer: selects(service, workload) }));
  const front = services.find(({ answer }) => answer === true)?.service;
  if (front !== undefined) {
    return [
      pass(workload, {
        expected: EXPECTED,
        message: `${front.subject} stands in front`,
        at: [front.location],
      }),
    ];
  }
  if (!listens(workload)) return [];
  const maybe = services.find(({ answer }) => answer === undefined)?.service;
  return [
    maybe === undefined
      ? fail(workload, {
          expected: EXPECTED,
          message: 'It listens, but no Service selects its pods',
          actual: 'no Service',
        })
      : unknown(workload, {
          expected: EXPECTED,
          message: `Whether ${maybe.subject} selects its pods cannot be resolved`,
          at: [maybe.location],
        }),
  ];
}

function judgeTasks(facts: Facts, workload: WorkloadFact): readonly Finding[] {
  const discovery = facts.serviceDiscoveries.find(
    each => each.subject === workload.subject && each.scope === workload.scope,
  );
  if (discovery !== undefined && workload.loadBalanced.state === 'absent') {
    return [
      pass(workload, {
        expected: EXPECTED,
        message: 'Others find it by service discovery',
      }),
    ];
  }
  const definition = facts.workloads.find(
    each =>
      each.subject === workload.definition && each.scope === workload.scope,
  );
  const isWorker =
    workload.loadBalanced.state === 'absent' &&
    definition !== undefined &&
    !listens(definition);
  return isWorker
    ? []
    : [
        judge(workload, workload.loadBalanced, {
          expected: EXPECTED,
          passes: isAttached => isAttached,
        }),
      ];
}

function listens({ containers }: WorkloadFact): boolean {
  return containers.some(container => container.ports.length > 0);
}
