import type { Finding } from 'backstage-plugin-readiness-common';
import { judge } from '../../check';
import type { WorkloadFact } from '../../facts/types/workloads';
import type { FactValue } from '../../facts/value';

/**
 * Size of an ECS task definition: its own, or that of each of its containers.
 */
export function judgeTaskSize(
  task: WorkloadFact,
  aspect: 'cpu' | 'memory',
  side: 'requests' | 'limits',
): readonly Finding[] {
  const isDefinition = task.platform === 'ecs' && task.role === 'task';
  if (!isDefinition) return [];
  return [
    judge(task, findSize(task, aspect, side), {
      ...(side === 'requests' && { aspect }),
      expected: `${aspect} of the task or of each container`,
      passes: text => text.trim() !== '' && text.trim() !== '0',
      absentMessage: `Neither the task nor each of its containers sets ${aspect}`,
    }),
  ];
}

/** What decides: the task's own size, else a container that lacks one. */
function findSize(
  task: WorkloadFact,
  aspect: 'cpu' | 'memory',
  side: 'requests' | 'limits',
): FactValue<string> {
  const own = task[aspect];
  if (own.state !== 'absent') return own;
  if (task.containers.length === 0) {
    return {
      state: 'unresolved',
      expression: 'hidden in its container definitions',
      setting: aspect,
      location: own.location,
    };
  }
  const sizes = task.containers.map(container => container[side][aspect]);
  return (
    sizes.find(size => size.state === 'absent') ??
    sizes.find(size => size.state === 'unresolved') ??
    sizes[0] ??
    own
  );
}
