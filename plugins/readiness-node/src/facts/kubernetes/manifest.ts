import { getEntries, getItems, getText, getValue } from '../readValue';
import type { Resource } from '../resource';
import type { MapValue, Value } from '../value';

/** A Kubernetes object as a file, an overlay or a chart gives it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** As written; absent means `default`. */
  readonly namespace?: string;
  readonly body: MapValue;
}

/** Kinds of files that look like Kubernetes objects and are none. */
const FOREIGN_API =
  /^(.*\.)?(backstage\.io|kustomize\.config\.k8s\.io|audit\.k8s\.io|kind\.x-k8s\.io|k3d\.io|ctlptl\.dev)\/|^(skaffold|jobset|client\.authentication\.k8s\.io)\/|^devfile\.io/;
/** Objects without data of their own: a List's items count one by one. */
const LIST_KIND = /^(List|\w+List)$/;

/**
 * The objects in a document, Lists expanded. What has no apiVersion or kind is
 * no object; entities of the catalog, Kustomize and Skaffold files are left out.
 */
export function toManifests(value: Value | undefined): Manifest[] {
  if (value?.kind !== 'map') return [];
  const apiVersion = getText(value.entries.apiVersion);
  const kind = getText(value.entries.kind);
  if (!apiVersion || !kind || FOREIGN_API.test(apiVersion)) return [];
  if (kind === 'Config' && value.entries.clusters !== undefined) return [];
  const { items } = value.entries;
  if (LIST_KIND.test(kind) && items?.kind === 'list') {
    return items.items.flatMap(toManifests);
  }
  const namespace = readName(getValue(value, 'metadata.namespace'));
  return [
    {
      apiVersion,
      kind,
      name:
        readName(getValue(value, 'metadata.name')) ??
        readName(getValue(value, 'metadata.generateName')) ??
        'unnamed',
      ...(namespace !== undefined && { namespace }),
      body: value,
    },
  ];
}

/** `Kind/namespace/name`, the subject of findings. */
export function getManifestAddress(manifest: Manifest): string {
  const { kind, namespace = 'default', name } = manifest;
  return `${kind}/${namespace}/${name}`;
}

/** What a resource has besides its manifest. */
export type ResourceOrigin = Pick<Resource, 'scope'> &
  Partial<Pick<Resource, 'environment' | 'condition' | 'offByDefault'>>;

/** The manifest as a resource of a scope. */
export function toResource(
  manifest: Manifest,
  origin: ResourceOrigin,
): Resource {
  return {
    language: 'kubernetes',
    type: manifest.kind,
    name: manifest.name,
    address: getManifestAddress(manifest),
    apiVersion: manifest.apiVersion,
    attributes: manifest.body,
    location: manifest.body.location,
    ...origin,
  };
}

/** Annotations as texts; what cannot be resolved is left out. */
export function getAnnotations(body: Value): Record<string, string> {
  const entries = getEntries(getValue(body, 'metadata.annotations'));
  return Object.fromEntries(
    entries.flatMap(([key, value]) => {
      const text = getText(value);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** The containers of a pod template or pod, wherever the kind keeps them. */
export function getPodSpec(manifest: {
  readonly body: Value;
}): Value | undefined {
  const paths = [
    'spec.jobTemplate.spec.template.spec',
    'spec.template.spec',
    'spec.jobTargetRef.template.spec',
  ];
  for (const path of paths) {
    const spec = getValue(manifest.body, path);
    if (spec?.kind === 'map') return spec;
  }
  const spec = getValue(manifest.body, 'spec');
  return spec !== undefined && getItems(getValue(spec, 'containers')).length > 0
    ? spec
    : undefined;
}

function readName(value: Value | undefined): string | undefined {
  if (value?.kind === 'unresolved') return value.expression;
  const text = getText(value);
  return text === '' ? undefined : text;
}
