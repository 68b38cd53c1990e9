import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, getKnown, pass, unknown } from '../../check';
import type { Facts } from '../../facts/facts';
import type {
  IngressBackend,
  IngressFact,
  ServiceFact,
} from '../../facts/types/kubernetesObjects';
import type { FactValue } from '../../facts/value';
import { mayBeHidden } from './hiddenPods';

const RULES = ['dangling-ingress', 'ingress-targets-service'];

/** Every backend of an ingress or route is a Service with that port. */
export function judgeIngress(
  facts: Facts,
  ingress: IngressFact,
): readonly Finding[] {
  if (ingress.offByDefault !== undefined) return [];
  return ingress.backends
    .filter(({ port }) => getKnown(port) !== 'use-annotation')
    .map(backend => judgeBackend(facts, ingress, backend));
}

function judgeBackend(
  facts: Facts,
  ingress: IngressFact,
  backend: IngressBackend,
): Finding {
  const name = getText(backend.service);
  const service = facts.services.find(
    each =>
      each.scope === ingress.scope &&
      each.offByDefault === undefined &&
      each.namespace === backend.namespace &&
      each.name === name,
  );
  const base = {
    rules: ingress.kind === 'ingress' ? RULES : [],
    expected: 'a Service and a port that exist',
    at: [backend.location],
  };
  if (service === undefined) {
    const isOpen =
      backend.service.state === 'unresolved' || mayBeHidden(facts, ingress);
    return isOpen
      ? unknown(ingress, {
          ...base,
          message: `Whether the Service ${name} exists cannot be resolved`,
        })
      : fail(ingress, {
          ...base,
          actual: `Service ${name}`,
          message: `The Service ${name} does not exist in the namespace ${backend.namespace}`,
        });
  }
  const hasPort = offersPort(service, backend.port);
  if (hasPort === undefined) {
    return unknown(ingress, {
      ...base,
      message: `Whether ${service.subject} has the port ${getText(
        backend.port,
      )} cannot be resolved`,
    });
  }
  return hasPort
    ? pass(ingress, { ...base, message: `It sends to ${service.subject}` })
    : fail(ingress, {
        ...base,
        actual: `port ${getText(backend.port)}`,
        message: `${service.subject} has no port ${getText(backend.port)}`,
      });
}

function offersPort(
  service: ServiceFact,
  port: FactValue<string>,
): boolean | undefined {
  if (port.state === 'absent') return true;
  const wanted = getText(port);
  const found = service.ports.some(
    each =>
      each.name === wanted ||
      (each.port.state === 'known' && String(each.port.value) === wanted) ||
      (each.port.state === 'unresolved' && each.port.expression === wanted),
  );
  if (found) return true;
  const isOpen =
    port.state === 'unresolved' ||
    service.ports.some(each => each.port.state === 'unresolved');
  return isOpen ? undefined : false;
}

/** Equal expressions name equal things. */
function getText(value: FactValue<string>): string {
  return value.state === 'unresolved'
    ? value.expression
    : getKnown(value) ?? '';
}
