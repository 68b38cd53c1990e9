import { withoutChoices } from '../../choices';
import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type {
  DisruptionBudgetFact,
  NetworkPolicyFact,
  ServiceFact,
  ServicePort,
} from '../../types/kubernetesObjects';
import type { FactValue } from '../../value';
import {
  getReader,
  readAnnotations,
  toNamespaced,
  type KubernetesObject,
} from './kubernetesObject';
import { isKnative } from './kubernetesWorkloads';
import { readMapSelector, readSelector } from './readLabels';

export { collectIngresses } from './kubernetesIngresses';

/** Services, Knative's left out: those are workloads. */
export function collectServices(
  objects: readonly KubernetesObject[],
): ServiceFact[] {
  return objects
    .filter(each => each.kind === 'Service' && !isKnative(each))
    .map(object => {
      const { path } = object;
      const reader = getReader(object);
      const selector = getValue(object.root, 'spec.selector');
      const isEmpty =
        selector === undefined ||
        (selector.kind === 'map' && Object.keys(selector.entries).length === 0);
      return {
        ...toNamespaced(object),
        serviceType: reader.text('spec.type', { default: 'ClusterIP' }),
        isHeadless: readHeadless(reader.text(path('spec.clusterIP'))),
        ...(!isEmpty && { selector: readMapSelector(selector) }),
        ports: getItems(getValue(object.root, path('spec.ports')))
          .filter(item => item.kind === 'map')
          .map(item =>
            readServicePort(new AttributeReader(item, item.location), object),
          ),
        annotations: readAnnotations(object),
      };
    });
}

function readHeadless(address: FactValue<string>): FactValue<boolean> {
  switch (address.state) {
    case 'known':
      return {
        state: 'known',
        value: address.value === 'None',
        setting: address.setting,
        location: address.location,
      };
    case 'unresolved':
      return withoutChoices(address);
    case 'absent':
      return {
        state: 'absent',
        setting: address.setting,
        location: address.location,
        defaultValue: false,
      };
    default:
      throw new TypeError(`Unexpected ${String(address satisfies never)}`);
  }
}

function readServicePort(
  reader: AttributeReader,
  { path }: KubernetesObject,
): ServicePort {
  const name = getText(reader.get('name'));
  const port = getText(reader.get('port'));
  return {
    ...(name !== undefined && { name }),
    port: reader.number('port'),
    targetPort: reader.text(
      path('targetPort'),
      port === undefined ? {} : { default: port },
    ),
    nodePort: reader.number(path('nodePort')),
    location: reader.location,
  };
}

/** Disruption budgets with their selectors. */
export function collectDisruptionBudgets(
  objects: readonly KubernetesObject[],
): DisruptionBudgetFact[] {
  return objects
    .filter(each => each.kind === 'PodDisruptionBudget')
    .map(object => {
      const { path, resource } = object;
      const reader = getReader(object);
      return {
        ...toNamespaced(object),
        selector: readSelector(
          getValue(object.root, 'spec.selector'),
          resource.location,
          path,
        ),
        minAvailable: reader.text(path('spec.minAvailable')),
        maxUnavailable: reader.text(path('spec.maxUnavailable')),
      };
    });
}

const POLICY_SELECTORS: Readonly<Record<string, string>> = {
  NetworkPolicy: 'spec.podSelector',
  CiliumNetworkPolicy: 'spec.endpointSelector',
  CiliumClusterwideNetworkPolicy: 'spec.endpointSelector',
};

/** Network policies of Kubernetes and Cilium; Calico's own selectors are unresolved. */
export function collectNetworkPolicies(
  objects: readonly KubernetesObject[],
): NetworkPolicyFact[] {
  return objects.flatMap(object => {
    const isCalico = /projectcalico/.test(object.apiVersion);
    const isPolicy =
      Object.hasOwn(POLICY_SELECTORS, object.kind) ||
      (isCalico && object.kind === 'GlobalNetworkPolicy');
    return isPolicy ? [readNetworkPolicy(object, isCalico)] : [];
  });
}

function readNetworkPolicy(
  object: KubernetesObject,
  isCalico: boolean,
): NetworkPolicyFact {
  const { path, resource, kind, root } = object;
  const at = isCalico ? 'spec.selector' : POLICY_SELECTORS[kind] ?? '';
  const value = getValue(root, path(at));
  const expression = getText(value);
  const types = getItems(getValue(root, path('spec.policyTypes'))).map(getText);
  return {
    ...toNamespaced(object),
    selector: readSelector(
      value && expression !== undefined && expression !== 'all()'
        ? { kind: 'unresolved', expression, location: value.location }
        : value,
      resource.location,
      path,
    ),
    policyTypes: types.filter(type => type !== undefined),
    isClusterWide: /Clusterwide|^Global/.test(kind),
  };
}
