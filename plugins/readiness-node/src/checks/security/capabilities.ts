import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, judge } from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';

/** NET_RAW is dropped, alone or with all others, and not added again. */
export function judgeCapabilities(
  container: WorkloadContainerFact,
  named: { readonly aspect: string; readonly rules: readonly string[] },
): Finding {
  const { droppedCapabilities, addedCapabilities: added } = container.security;
  const base = { ...named, expected: 'capabilities.drop: [ALL]' };
  if (added.state === 'known' && added.value.some(isRaw)) {
    const actual = `${added.setting} = [${added.value.join(', ')}]`;
    return fail(container, {
      ...base,
      message: actual,
      actual,
      at: [added.location],
    });
  }
  return judge(container, droppedCapabilities, {
    ...base,
    passes: dropped => dropped.some(isRaw),
  });
}

function isRaw(capability: string): boolean {
  return /^(CAP_)?(ALL|NET_RAW)$/i.test(capability);
}
