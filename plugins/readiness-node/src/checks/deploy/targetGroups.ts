import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, getKnown, judge, unknown } from '../../check';
import type { TargetGroupFact } from '../../facts/types/targetGroups';

export const GROUP_RULES = ['CKV_AWS_261'];

/** Only groups that speak HTTP can ask for a path. */
export function judgeTargetGroup(group: TargetGroupFact): readonly Finding[] {
  const protocol = getKnown(group.protocol);
  const isOther =
    getKnown(group.targetType) === 'lambda' ||
    group.protocol.state === 'absent' ||
    (protocol !== undefined && !/^HTTPS?$/i.test(protocol));
  if (isOther) return [];
  const base = { rules: GROUP_RULES, expected: 'health_check with a path' };
  const { healthCheckEnabled: enabled, healthCheckPath: path } = group;
  if (protocol === undefined && path.state === 'absent') {
    return [
      unknown(group, {
        ...base,
        message: `Whether ${group.protocol.setting} is HTTP cannot be resolved`,
        at: [group.protocol.location],
      }),
    ];
  }
  if (enabled.state === 'known' && !enabled.value) {
    return [
      fail(group, {
        ...base,
        message: `${enabled.setting} = false`,
        actual: `${enabled.setting} = false`,
        at: [enabled.location],
      }),
    ];
  }
  return [
    judge(group, path, {
      ...base,
      passes: text => text !== '',
      absentMessage: `${path.setting} is not set; the load balancer asks for /`,
    }),
  ];
}
