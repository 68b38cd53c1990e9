import type { Finding } from 'backstage-plugin-readiness-common';
import {
  fail,
  getKnown,
  getMinimumReplicas,
  pass,
  selectsPods,
  unknown,
  type FindingDetails,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { DisruptionBudgetFact } from '../../facts/types/kubernetesObjects';
import type { WorkloadFact } from '../../facts/types/workloads';

type Words = Pick<FindingDetails, 'rules' | 'expected'>;

/** Whether a budget selects the workload and leaves room to drain a node. */
export function judgeBudget(
  facts: Facts,
  workload: WorkloadFact,
  words: Words,
): Finding {
  const selecting = facts.disruptionBudgets
    .map(budget => ({ budget, selects: selectsPods(budget, workload) }))
    .filter(({ selects }) => selects !== false);
  const active = selecting.filter(
    ({ budget }) => budget.offByDefault === undefined,
  );
  const sure = active.find(({ selects }) => selects === true);
  if (sure !== undefined) return judgeRoom(facts, workload, sure.budget, words);
  const [maybe] = active;
  if (maybe !== undefined) {
    return unknown(workload, {
      ...words,
      message: `Whether ${maybe.budget.subject} selects it cannot be resolved`,
      at: [maybe.budget.selector.location],
    });
  }
  const [off] = selecting;
  return off === undefined
    ? fail(workload, {
        ...words,
        message: 'No PodDisruptionBudget selects its pods',
        actual: 'no PodDisruptionBudget',
      })
    : fail(workload, {
        ...words,
        message: `${off.budget.subject} is off by default: ${off.budget.offByDefault}`,
        actual: 'off by default',
        partial: true,
        at: [off.budget.location],
      });
}

function judgeRoom(
  facts: Facts,
  workload: WorkloadFact,
  budget: DisruptionBudgetFact,
  words: Words,
): Finding {
  const { minAvailable, maxUnavailable } = budget;
  const setting =
    maxUnavailable.state === 'absent' ? minAvailable : maxUnavailable;
  if (setting.state === 'absent') {
    return fail(workload, {
      ...words,
      message: `${budget.subject} sets neither minAvailable nor maxUnavailable`,
      at: [budget.location],
    });
  }
  if (setting.state === 'unresolved') {
    return unknown(workload, {
      ...words,
      message: `${budget.subject}: ${setting.setting} is ${setting.expression}, which cannot be resolved`,
      at: [setting.location],
    });
  }
  const actual = `${budget.subject}: ${setting.setting} = ${setting.value}`;
  const details = { ...words, message: actual, actual, at: [setting.location] };
  const replicas = getKnown(getMinimumReplicas(facts, workload));
  const room =
    setting === maxUnavailable
      ? !/^0+%?$/.test(setting.value)
      : leavesRoom(setting.value, replicas);
  return room
    ? pass(workload, details)
    : fail(workload, {
        ...details,
        message: `${actual} lets no pod go`,
      });
}

/** Percentages are rounded up, as Kubernetes does. */
function leavesRoom(minAvailable: string, replicas: number | undefined) {
  const isShare = minAvailable.endsWith('%');
  const number = Number(minAvailable.replace('%', ''));
  if (isShare && number >= 100) return false;
  if (replicas === undefined) return true;
  const kept = isShare ? Math.ceil((replicas * number) / 100) : number;
  return kept < replicas;
}
