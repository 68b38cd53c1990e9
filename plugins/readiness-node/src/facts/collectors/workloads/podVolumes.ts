import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type {
  ConfigurationSource,
  WorkloadVolume,
} from '../../types/workloads';
import type { Value } from '../../value';
import { absent } from './blankFacts';
import type { KubernetesObject, PathTranslation } from './kubernetesObject';

const VOLUME_KINDS = [
  ['hostPath', 'host-path', 'path'],
  ['persistentVolumeClaim', 'claim', 'claimName'],
  ['emptyDir', 'empty-dir', undefined],
  ['configMap', 'config-map', 'name'],
  ['secret', 'secret', 'secretName'],
  ['projected', 'projected', undefined],
] as const;

/** Volumes of a pod, and the claim templates of a StatefulSet. */
export function readPodVolumes(
  object: KubernetesObject,
  podSpec: Value,
  claims: readonly KubernetesObject[],
): WorkloadVolume[] {
  const { path } = object;
  const templates = getItems(
    getValue(object.root, path('spec.volumeClaimTemplates')),
  ).filter(isBlock);
  return [
    ...getItems(getValue(podSpec, path('volumes')))
      .filter(isBlock)
      .map(volume => readVolume(object, volume, claims)),
    ...templates.map(template => readClaimTemplate(template, path)),
  ];
}

function isBlock(value: Value): boolean {
  return value.kind === 'map' || value.kind === 'list';
}

function readVolume(
  object: KubernetesObject,
  value: Value,
  claims: readonly KubernetesObject[],
): WorkloadVolume {
  const { path } = object;
  const reader = new AttributeReader(value, value.location);
  const base = {
    name: getText(reader.get('name')) ?? '',
    accessModes: absent<readonly string[]>('accessModes', value.location),
    location: value.location,
  };
  const ephemeral = reader.block(path('ephemeral.volumeClaimTemplate'));
  if (ephemeral) {
    const accessModes = ephemeral.texts(path('spec.accessModes'));
    return { ...base, kind: 'claim-template', accessModes };
  }
  for (const [key, kind, referenceKey] of VOLUME_KINDS) {
    if (!reader.has(path(key))) continue;
    const reference =
      referenceKey && getText(reader.get(path(`${key}.${referenceKey}`)));
    const volume = { ...base, kind, ...(reference && { reference }) };
    return kind === 'claim' ? withClaim(object, volume, claims) : volume;
  }
  return { ...base, kind: 'other' };
}

function withClaim(
  object: KubernetesObject,
  volume: WorkloadVolume,
  claims: readonly KubernetesObject[],
): WorkloadVolume {
  const claim = claims.find(
    each =>
      each.name === volume.reference &&
      each.namespace === object.namespace &&
      each.resource.scope === object.resource.scope,
  );
  if (claim === undefined) return volume;
  const reader = new AttributeReader(claim.root, claim.resource.location);
  const accessModes = reader.texts(claim.path('spec.accessModes'));
  return { ...volume, accessModes };
}

function readClaimTemplate(
  value: Value,
  path: PathTranslation,
): WorkloadVolume {
  const reader = new AttributeReader(value, value.location);
  return {
    name: getText(reader.get('metadata.name')) ?? '',
    kind: 'claim-template',
    accessModes: reader.texts(path('spec.accessModes')),
    location: value.location,
  };
}

/** Ways in which a pod takes configuration from outside its images. */
export function readConfigurationSources(
  object: KubernetesObject,
  podSpec: Value,
): ConfigurationSource[] {
  const { path } = object;
  const fromContainers = ['initContainers', 'containers'].flatMap(key =>
    getItems(getValue(podSpec, path(key))).flatMap(container =>
      readContainerSources(container, path),
    ),
  );
  const fromVolumes = getItems(getValue(podSpec, path('volumes'))).flatMap(
    volume => readVolumeSource(volume, path),
  );
  return [...fromContainers, ...fromVolumes];
}

function readContainerSources(
  container: Value,
  path: PathTranslation,
): ConfigurationSource[] {
  if (!isBlock(container)) return [];
  const name = getText(getValue(container, 'name'));
  const named = name === undefined ? {} : { container: name };
  const variables = getItems(getValue(container, 'env')).map(variable => {
    const isReference =
      isBlock(variable) && getValue(variable, path('valueFrom')) !== undefined;
    return {
      kind: isReference ? ('value-from' as const) : ('env' as const),
      ...named,
      location: variable.location,
    };
  });
  const envFrom = getItems(getValue(container, path('envFrom'))).map(
    source => ({
      kind:
        getValue(source, path('secretRef')) === undefined
          ? ('env-from' as const)
          : ('secret' as const),
      ...named,
      location: source.location,
    }),
  );
  return [...variables, ...envFrom];
}

function readVolumeSource(
  volume: Value,
  path: PathTranslation,
): ConfigurationSource[] {
  if (!isBlock(volume)) return [];
  const kinds = [
    ['configMap', 'config-map'],
    ['secret', 'secret'],
    ['projected', 'projected'],
  ] as const;
  const found = kinds.find(
    ([key]) => getValue(volume, path(key)) !== undefined,
  );
  if (found) return [{ kind: found[1], location: volume.location }];
  const driver = getText(getValue(volume, 'csi.driver'));
  return driver?.includes('secrets-store')
    ? [{ kind: 'secret', location: volume.location }]
    : [];
}
