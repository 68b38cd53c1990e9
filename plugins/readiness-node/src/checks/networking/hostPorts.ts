import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, judge, pass } from '../../check';
import type { ContainerfileFact } from '../../facts/types/containers';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';

export const PORT_RULES = ['CKV_K8S_26', 'hostPortSet'];
export const IMAGE_RULES = ['CKV_DOCKER_1'];

/** A port of the node that a container takes. */
export function judgePorts(
  container: WorkloadContainerFact,
): Finding | undefined {
  if (container.role === 'ephemeral') return undefined;
  const taken = container.ports
    .map(port => port.hostPort)
    .find(port => port.state === 'known' && port.value > 0);
  const open =
    taken ??
    container.ports
      .map(port => port.hostPort)
      .find(port => port.state === 'unresolved');
  const base = {
    aspect: 'host-port',
    rules: PORT_RULES,
    expected: 'no hostPort',
  };
  return open === undefined
    ? pass(container, { ...base, message: 'No hostPort' })
    : judge(container, open, { ...base, passes: port => port === 0 });
}

/** SSH in an image; development containers are left out. */
export function judgeImage(file: ContainerfileFact): readonly Finding[] {
  if (file.isDevelopment) return [];
  const port = file.stages
    .flatMap(stage => stage.exposedPorts)
    .find(each => each.port === 22);
  const base = {
    aspect: 'ssh-port',
    rules: IMAGE_RULES,
    expected: 'no EXPOSE 22',
  };
  return [
    port === undefined
      ? pass(file, { ...base, message: 'Port 22 is not exposed' })
      : fail(file, {
          ...base,
          message: `EXPOSE ${port.text}`,
          actual: `EXPOSE ${port.text}`,
          at: [port.location],
        }),
  ];
}
