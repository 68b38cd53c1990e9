import type { Finding } from 'backstage-plugin-readiness-common';
import { judge, runsPods } from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import type { WorkloadFact } from '../../facts/types/workloads';

export const ASPECTS = ['cpu', 'memory'] as const;
export const REQUEST_RULES = {
  cpu: ['CKV_K8S_10', 'container-resources', 'cpuRequestsMissing'],
  memory: ['CKV_K8S_12', 'container-resources', 'memoryRequestsMissing'],
} as const;
/** The numbers of the rules on memory are the other way round in Terraform. */
const TERRAFORM_RULES = {
  cpu: ['CKV_K8S_10'],
  memory: ['CKV_K8S_13'],
} as const;

/** What a container asks for, in pods and in compose. */
export function judgeRequests(
  container: WorkloadContainerFact,
  workload: WorkloadFact,
): readonly Finding[] {
  if (container.role === 'ephemeral') return [];
  const { requests, limits } = container;
  const isTerraform = container.language === 'terraform';
  const rules = isTerraform ? TERRAFORM_RULES : REQUEST_RULES;
  if (runsPods(workload)) {
    return ASPECTS.map(aspect =>
      judge(container, requests[aspect], {
        aspect,
        rules: rules[aspect],
        expected: `resources.requests.${aspect}`,
        passes: isAmount,
      }),
    );
  }
  if (workload.platform !== 'compose') return [];
  return ASPECTS.map(aspect =>
    judge(
      container,
      requests[aspect].state === 'known' ? requests[aspect] : limits[aspect],
      {
        aspect,
        expected: `deploy.resources.limits.${
          aspect === 'cpu' ? 'cpus' : 'memory'
        }`,
        passes: isAmount,
      },
    ),
  );
}

function isAmount(text: string): boolean {
  return text.trim() !== '' && !/^0+(\.0+)?[a-z]*$/i.test(text.trim());
}
