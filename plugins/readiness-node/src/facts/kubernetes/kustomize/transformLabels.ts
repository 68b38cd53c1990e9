import type { MapValue, Value } from '../../value';
import { createMap, getOwn, withPath } from '../editValue';
import type { BuildObject } from './buildObject';

interface LabelTargets {
  readonly includeSelectors: boolean;
  readonly includeTemplates: boolean;
}

/** Where a kind keeps its selector and whether it is made when missing. */
function getSelectorPath(kind: string): readonly string[] | undefined {
  switch (kind) {
    case 'Service':
    case 'ReplicationController':
      return ['spec', 'selector'];
    case 'Deployment':
    case 'ReplicaSet':
    case 'DaemonSet':
    case 'StatefulSet':
      return ['spec', 'selector', 'matchLabels'];
    case 'PodDisruptionBudget':
      return ['spec', 'selector', 'matchLabels'];
    case 'NetworkPolicy':
      return ['spec', 'podSelector', 'matchLabels'];
    default:
      return undefined;
  }
}

const MADE_WHEN_MISSING =
  /^(Service|ReplicationController|Deployment|ReplicaSet|DaemonSet|StatefulSet)$/;

function getTemplatePath(kind: string): readonly string[] | undefined {
  switch (kind) {
    case 'Deployment':
    case 'ReplicaSet':
    case 'DaemonSet':
    case 'StatefulSet':
    case 'ReplicationController':
    case 'Job':
      return ['spec', 'template', 'metadata', 'labels'];
    case 'CronJob':
      return ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels'];
    default:
      return undefined;
  }
}

/** `commonLabels:` and an entry of `labels:`. */
export function addLabels(
  object: BuildObject,
  labels: Value,
  targets: LabelTargets,
): BuildObject {
  if (labels.kind !== 'map') return object;
  let body = mergeAt(object.body, ['metadata', 'labels'], labels);
  const template = getTemplatePath(object.kind);
  if (template && (targets.includeSelectors || targets.includeTemplates)) {
    body = mergeAt(body, template, labels);
  }
  const selector = getSelectorPath(object.kind);
  if (selector && targets.includeSelectors) {
    const isThere = readPath(body, selector) !== undefined;
    // A Service without a selector has its endpoints managed by hand, still
    // Kustomize adds one.
    if (isThere || MADE_WHEN_MISSING.test(object.kind)) {
      body = mergeAt(body, selector, labels);
    }
  }
  return { ...object, body };
}

/** `commonAnnotations:`, on objects and their pod templates. */
export function addAnnotations(
  object: BuildObject,
  annotations: Value,
): BuildObject {
  if (annotations.kind !== 'map') return object;
  let body = mergeAt(object.body, ['metadata', 'annotations'], annotations);
  const template = getTemplatePath(object.kind);
  if (template) {
    const path = [...template.slice(0, -1), 'annotations'];
    body = mergeAt(body, path, annotations);
  }
  return { ...object, body };
}

function mergeAt(
  body: MapValue,
  path: readonly string[],
  added: MapValue,
): MapValue {
  const old = readPath(body, path);
  const map = old?.kind === 'map' ? old : createMap({}, added.location);
  const entries = { ...map.entries, ...added.entries };
  return withPath(body, path, { ...map, entries });
}

function readPath(body: MapValue, path: readonly string[]): Value | undefined {
  let current: Value | undefined = body;
  for (const step of path) current = getOwn(current, step);
  return current;
}
