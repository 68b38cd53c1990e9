import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type {
  IngressBackend,
  IngressFact,
} from '../../types/kubernetesObjects';
import type { FactValue, Value } from '../../value';
import { absent } from './blankFacts';
import {
  getReader,
  readAnnotations,
  toNamespaced,
  type KubernetesObject,
} from './kubernetesObject';

const ROUTES = /^(HTTP|TLS|TCP|UDP|GRPC)Route$/;

/** Everything that lets traffic in: Ingress, Gateway API, OpenShift routes, IngressRoute. */
export function collectIngresses(
  objects: readonly KubernetesObject[],
): IngressFact[] {
  return objects.flatMap(object => {
    const { kind, apiVersion } = object;
    if (kind === 'Ingress') return [readIngress(object)];
    if (kind === 'Gateway') return [readGateway(object)];
    if (ROUTES.test(kind)) return [readRoute(object)];
    if (kind === 'Route' && apiVersion.startsWith('route.openshift.io/')) {
      return [readOpenShiftRoute(object)];
    }
    if (/^IngressRoute(TCP)?$/.test(kind)) return [readTraefikRoute(object)];
    return [];
  });
}

function readIngress(object: KubernetesObject): IngressFact {
  const { path, root } = object;
  const reader = getReader(object);
  const rules = blocksAt(root, path('spec.rules'));
  const paths = rules.flatMap(rule => blocksAt(rule.value, path('http.paths')));
  const defaults = ['spec.defaultBackend', 'spec.backend'].flatMap(each =>
    blocksAt(root, path(each)),
  );
  return {
    ...base(object, 'ingress'),
    className: reader.text(path('spec.ingressClassName')),
    hosts: rules
      .filter(rule => rule.has('host'))
      .map(rule => rule.text('host')),
    tls: reader.presence('spec.tls'),
    tlsSecretNames: blocksAt(root, 'spec.tls').flatMap(
      each => getText(each.get(path('secretName'))) ?? [],
    ),
    backends: [
      ...defaults,
      ...paths.flatMap(each => blocksAt(each.value, 'backend')),
    ].flatMap(backend => readIngressBackend(object, backend)),
  };
}

function readIngressBackend(
  object: KubernetesObject,
  backend: AttributeReader,
): IngressBackend[] {
  const { path, namespace } = object;
  if (backend.has('resource')) return [];
  const isModern = backend.has('service');
  const service = backend.text(isModern ? 'service.name' : path('serviceName'));
  const port = isModern
    ? backend.text(
        backend.has('service.port.name')
          ? 'service.port.name'
          : 'service.port.number',
      )
    : backend.text(path('servicePort'));
  return [{ service, namespace, port, location: backend.location }];
}

function readGateway(object: KubernetesObject): IngressFact {
  const reader = getReader(object);
  // Istio's Gateway has `servers`, the Gateway API's `listeners`.
  const listeners = [
    ...blocksAt(object.root, 'spec.listeners'),
    ...blocksAt(object.root, 'spec.servers'),
  ];
  const isSecure = (each: AttributeReader) =>
    each.has('tls') ||
    /^(HTTPS|TLS)$/i.test(
      getText(each.get('protocol')) ?? getText(each.get('port.protocol')) ?? '',
    );
  const secure = listeners.find(isSecure);
  return {
    ...base(object, 'gateway'),
    className: reader.text('spec.gatewayClassName'),
    hosts: listeners.flatMap(each => {
      if (each.has('hostname')) return [each.text('hostname')];
      return readHosts(each.value, 'hosts');
    }),
    tls: secure
      ? {
          state: 'known',
          value: true,
          setting: 'tls',
          location: secure.location,
        }
      : absent('tls', object.resource.location, false),
  };
}

function readRoute(object: KubernetesObject): IngressFact {
  const { root, namespace } = object;
  const backends = blocksAt(root, 'spec.rules').flatMap(rule =>
    blocksAt(rule.value, 'backendRefs'),
  );
  return {
    ...base(object, 'route'),
    hosts: readHosts(root, 'spec.hostnames'),
    backends: backends
      .filter(each => (getText(each.get('kind')) ?? 'Service') === 'Service')
      .map(each => ({
        service: each.text('name'),
        namespace: getText(each.get('namespace')) ?? namespace,
        port: each.text('port'),
        location: each.location,
      })),
  };
}

function readOpenShiftRoute(object: KubernetesObject): IngressFact {
  const reader = getReader(object);
  const to = reader.block('spec.to');
  return {
    ...base(object, 'openshift-route'),
    hosts: reader.has('spec.host') ? [reader.text('spec.host')] : [],
    tls: reader.presence('spec.tls'),
    backends: to
      ? [
          {
            service: to.text('name'),
            namespace: object.namespace,
            port: reader.text('spec.port.targetPort'),
            location: to.location,
          },
        ]
      : [],
  };
}

function readTraefikRoute(object: KubernetesObject): IngressFact {
  const services = blocksAt(object.root, 'spec.routes').flatMap(route =>
    blocksAt(route.value, 'services'),
  );
  return {
    ...base(object, 'other'),
    tls: getReader(object).presence('spec.tls'),
    backends: services
      .filter(each => (getText(each.get('kind')) ?? 'Service') === 'Service')
      .map(each => ({
        service: each.text('name'),
        namespace: getText(each.get('namespace')) ?? object.namespace,
        port: each.text('port'),
        location: each.location,
      })),
  };
}

function base(
  object: KubernetesObject,
  kind: IngressFact['kind'],
): IngressFact {
  const { location } = object.resource;
  return {
    ...toNamespaced(object),
    kind,
    className: absent('ingressClassName', location),
    hosts: [],
    tls: absent('tls', location),
    tlsSecretNames: [],
    backends: [],
    annotations: readAnnotations(object),
  };
}

function readHosts(root: Value, path: string): FactValue<string>[] {
  return getItems(getValue(root, path)).map(item =>
    new AttributeReader(
      { kind: 'list', items: [item], location: item.location },
      item.location,
    ).text('0'),
  );
}

/** Readers of the items at a path, with short names for their settings. */
function blocksAt(root: Value, path: string): AttributeReader[] {
  return getItems(getValue(root, path))
    .filter(item => item.kind === 'map')
    .map(item => new AttributeReader(item, item.location));
}
