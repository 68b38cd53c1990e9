import type { CheckContext } from '../../check';

/** Whether the repository shows something that the internet can reach. */
export function isExposed({ facts }: CheckContext): boolean {
  return (
    facts.exposures.length > 0 ||
    facts.ingresses.length > 0 ||
    facts.services.some(
      ({ serviceType }) =>
        serviceType.state === 'known' &&
        /^(LoadBalancer|NodePort)$/.test(serviceType.value),
    ) ||
    facts.networkParts.some(({ part }) => part === 'published ports')
  );
}
