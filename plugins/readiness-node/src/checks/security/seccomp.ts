import type { Finding } from 'backstage-plugin-readiness-common';
import { judge, pass } from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import type { WorkloadFact } from '../../facts/types/workloads';

const ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';

/** Before Kubernetes 1.19 an annotation said what the setting says now. */
export function judgeSeccomp(
  container: WorkloadContainerFact,
  workload: WorkloadFact,
  named: { readonly aspect: string; readonly rules: readonly string[] },
): Finding {
  const { seccompProfile } = container.security;
  const annotation = workload.podAnnotations.values[ANNOTATION];
  const base = {
    ...named,
    expected: 'seccompProfile.type: RuntimeDefault',
  };
  const isAnnotated =
    seccompProfile.state === 'absent' &&
    (annotation === 'runtime/default' || annotation === 'docker/default');
  return isAnnotated
    ? pass(container, { ...base, message: `${ANNOTATION}: ${annotation}` })
    : judge(container, seccompProfile, {
        ...base,
        passes: type => type === 'RuntimeDefault' || type === 'Localhost',
      });
}
