import { AttributeReader, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact, type SubjectFact } from '../../subject';
import type { Value } from '../../value';
import { readLabels } from './readLabels';
import type { LabelSet } from '../../types/selectors';

/**
 * A Kubernetes object, from a manifest or from Terraform's `kubernetes_*`: the
 * same paths read both, see {@link KubernetesObject.path}.
 */
export interface KubernetesObject {
  readonly resource: Resource;
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly namespace: string;
  readonly root: Value;
  /** Translates `spec.minReplicas` into the names the file uses. */
  readonly path: PathTranslation;
  readonly isTerraform: boolean;
}

export type PathTranslation = (path: string) => string;

/** Blocks that Terraform's provider names in the singular. */
const SINGULAR: Readonly<Record<string, string>> = {
  containers: 'container',
  initContainers: 'init_container',
  volumes: 'volume',
  volumeMounts: 'volume_mount',
  volumeClaimTemplates: 'volume_claim_template',
  ports: 'port',
  rules: 'rule',
  paths: 'path',
  metrics: 'metric',
  topologySpreadConstraints: 'topology_spread_constraint',
};
const TERRAFORM_TYPE = /^kubernetes_([a-z_]+?)(_v\d\w*)?$/;
const TERRAFORM_KINDS: Readonly<Record<string, string>> = {
  deployment: 'Deployment',
  stateful_set: 'StatefulSet',
  daemon_set: 'DaemonSet',
  daemonset: 'DaemonSet',
  replication_controller: 'ReplicationController',
  pod: 'Pod',
  job: 'Job',
  cron_job: 'CronJob',
  service: 'Service',
  ingress: 'Ingress',
  horizontal_pod_autoscaler: 'HorizontalPodAutoscaler',
  pod_disruption_budget: 'PodDisruptionBudget',
  network_policy: 'NetworkPolicy',
  persistent_volume_claim: 'PersistentVolumeClaim',
};

/** Every Kubernetes object of the resources, tests of charts left out. */
export function listKubernetesObjects(
  resources: ResourceIndex,
): KubernetesObject[] {
  return resources.all.flatMap(resource => {
    const object = toKubernetesObject(resource);
    return object === undefined || isChartTest(object) ? [] : [object];
  });
}

function toKubernetesObject(resource: Resource): KubernetesObject | undefined {
  if (resource.language === 'kubernetes') {
    return describe(resource, resource.type, resource.attributes, false);
  }
  if (resource.language !== 'terraform') return undefined;
  if (resource.type === 'kubernetes_manifest') {
    const manifest = getValue(resource.attributes, 'manifest');
    const kind = manifest && getText(getValue(manifest, 'kind'));
    if (manifest === undefined || kind === undefined) return undefined;
    return { ...describe(resource, kind, manifest, false), isTerraform: true };
  }
  const type = TERRAFORM_TYPE.exec(resource.type)?.[1];
  const kind = type === undefined ? undefined : TERRAFORM_KINDS[type];
  return kind === undefined
    ? undefined
    : describe(resource, kind, resource.attributes, true);
}

function describe(
  resource: Resource,
  kind: string,
  root: Value,
  isTerraform: boolean,
): KubernetesObject {
  const name = getValue(root, 'metadata.name');
  const namespace = getValue(root, 'metadata.namespace');
  return {
    resource,
    kind,
    apiVersion:
      resource.language === 'kubernetes'
        ? resource.apiVersion ?? ''
        : getText(getValue(root, 'apiVersion')) ?? '',
    name: readName(name) ?? resource.name,
    namespace: readName(namespace) ?? 'default',
    root,
    path: isTerraform ? toTerraformPath : keepPath,
    isTerraform,
  };
}

/** Names of things by expression when unresolved: equal expressions are equal. */
function readName(value: Value | undefined): string | undefined {
  if (value?.kind === 'unresolved') return value.expression;
  return getText(value);
}

function isChartTest(object: KubernetesObject): boolean {
  const annotations = getValue(object.root, 'metadata.annotations');
  const hook =
    annotations?.kind === 'map'
      ? getText(annotations.entries['helm.sh/hook'])
      : undefined;
  return hook !== undefined && /\btest/.test(hook);
}

function keepPath(path: string): string {
  return path;
}

function toTerraformPath(path: string): string {
  return path
    .split('.')
    .map(
      step =>
        SINGULAR[step] ??
        step.replace(/[A-Z]+/g, letters => `_${letters.toLowerCase()}`),
    )
    .join('.');
}

/** A reader of the whole object. */
export function getReader(object: KubernetesObject): AttributeReader {
  return new AttributeReader(object.root, object.resource.location);
}

/** The part of a fact that every object gives. */
export function toSubject(object: KubernetesObject): SubjectFact {
  return toSubjectFact(object.resource);
}

/** What facts about namespaced objects begin with. */
export function toNamespaced(object: KubernetesObject) {
  const { offByDefault } = object.resource;
  return {
    ...toSubject(object),
    name: object.name,
    namespace: object.namespace,
    ...(offByDefault !== undefined && { offByDefault }),
  };
}

/** Annotations as plain texts; what cannot be resolved is left out. */
export function readAnnotations(
  object: KubernetesObject,
): Readonly<Record<string, string>> {
  return readMetadataLabels(object, 'annotations').values;
}

/** Labels or annotations of the object itself. */
export function readMetadataLabels(
  object: KubernetesObject,
  key: 'labels' | 'annotations',
): LabelSet {
  return readLabels(
    getValue(object.root, `metadata.${key}`),
    object.resource.location,
  );
}
