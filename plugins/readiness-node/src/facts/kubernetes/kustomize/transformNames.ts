import { getText, getValue } from '../../readValue';
import type { MapValue, Value } from '../../value';
import { createScalar, getOwn, withEntry, withPath } from '../editValue';
import { withBody, type BuildObject } from './buildObject';

const CLUSTER_SCOPED =
  /^(Namespace|Node|PersistentVolume|StorageClass|IngressClass|GatewayClass|PriorityClass|RuntimeClass|CustomResourceDefinition|APIService|ClusterRole|ClusterRoleBinding|ClusterIssuer|.*WebhookConfiguration|PodSecurityPolicy|ClusterPolicy)$/;
const NEVER_RENAMED = /^(Namespace|CustomResourceDefinition|APIService)$/;

/** `namespace:` of a kustomization. */
export function setNamespace(
  object: BuildObject,
  namespace: Value,
): BuildObject {
  if (CLUSTER_SCOPED.test(object.kind)) return object;
  return withBody(
    object,
    withPath(object.body, ['metadata', 'namespace'], namespace),
  );
}

/** `namePrefix:` and `nameSuffix:`, with the references between the objects. */
export function rename(
  objects: readonly BuildObject[],
  prefix: Value | undefined,
  suffix: Value | undefined,
): BuildObject[] {
  const before = getText(prefix) ?? '';
  const after = getText(suffix) ?? '';
  if (before === '' && after === '') return [...objects];
  const names = new Map<string, string>();
  const renamed = objects.map(object => {
    if (NEVER_RENAMED.test(object.kind)) return object;
    const name = `${before}${object.name}${after}`;
    for (const old of [object.name, ...object.formerNames]) {
      names.set(`${object.kind}/${old}`, name);
    }
    // The name's lines stay those of the object: that is where people look.
    const location =
      getValue(object.body, 'metadata.name')?.location ?? object.body.location;
    return withBody(
      object,
      withPath(object.body, ['metadata', 'name'], createScalar(name, location)),
    );
  });
  return renamed.map(object => {
    const body = renameReferences(object.body, '', names);
    return body.kind === 'map' ? { ...object, body } : object;
  });
}

/** Keys whose `name` names an object of a kind. */
const NAMED_BLOCKS: Readonly<Record<string, string>> = {
  configMap: 'ConfigMap',
  configMapRef: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  secretRef: 'Secret',
  secretKeyRef: 'Secret',
  imagePullSecrets: 'Secret',
  service: 'Service',
  backendRefs: 'Service',
  services: 'Service',
};
/** Keys that name an object of a kind themselves. */
const NAMING_KEYS: Readonly<Record<string, string>> = {
  secretName: 'Secret',
  claimName: 'PersistentVolumeClaim',
  serviceAccountName: 'ServiceAccount',
  serviceName: 'Service',
};

function renameReferences(
  value: Value,
  key: string,
  names: ReadonlyMap<string, string>,
): Value {
  if (value.kind === 'list') {
    const items = value.items.map(item => renameReferences(item, key, names));
    return { ...value, items };
  }
  if (value.kind !== 'map') return renameScalar(value, NAMING_KEYS[key], names);
  const entries = Object.entries(value.entries).map(([name, inner]) => [
    name,
    name === 'metadata' ? inner : renameReferences(inner, name, names),
  ]);
  const map: MapValue = { ...value, entries: Object.fromEntries(entries) };
  const kind = getText(getOwn(map, 'kind')) ?? NAMED_BLOCKS[key];
  const name = getOwn(map, 'name');
  return kind !== undefined && name !== undefined
    ? withEntry(map, 'name', renameScalar(name, kind, names))
    : map;
}

function renameScalar(
  value: Value,
  kind: string | undefined,
  names: ReadonlyMap<string, string>,
): Value {
  const text = kind === undefined ? undefined : getText(value);
  const name = text === undefined ? undefined : names.get(`${kind}/${text}`);
  return name === undefined ? value : createScalar(name, value.location);
}
