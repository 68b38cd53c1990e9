import type { Finding } from 'backstage-plugin-readiness-common';
import { getKnown, judge, pass, unknown } from '../../check';
import type { WorkloadFact } from '../../facts/types/workloads';

export const GROUP_RULES = ['CKV2_AWS_15'];

/** Behind a load balancer an Auto Scaling group must ask it who is well. */
export function judgeGroup(group: WorkloadFact): Finding {
  const { loadBalanced, healthCheckType: type } = group;
  const base = { rules: GROUP_RULES, expected: `${type.setting} = "ELB"` };
  const isElb = getKnown(type) === 'ELB';
  if (!isElb && loadBalanced.state === 'unresolved') {
    return unknown(group, {
      ...base,
      message: `Whether it is attached to a load balancer is ${loadBalanced.expression}, which cannot be resolved`,
      at: [loadBalanced.location],
    });
  }
  if (!isElb && getKnown(loadBalanced) !== true) {
    return pass(group, {
      ...base,
      message:
        'Not attached to a load balancer; machines that fail the checks of EC2 are replaced',
    });
  }
  return judge(group, type, { ...base, passes: text => text === 'ELB' });
}
