import { getItems, getText } from '../../readValue';
import type { Value } from '../../value';
import { createScalar, getOwn, withEntry, withPath } from '../editValue';
import { hasName, type BuildObject } from './buildObject';

const SCALED =
  /^(Deployment|ReplicaSet|ReplicationController|StatefulSet|Rollout)$/;

/** `replicas:` of a kustomization. */
export function setReplicas(
  object: BuildObject,
  replicas: Value | undefined,
): BuildObject {
  if (!SCALED.test(object.kind)) return object;
  let { body } = object;
  for (const entry of getItems(replicas)) {
    const name = getText(getOwn(entry, 'name'));
    const count = getOwn(entry, 'count');
    if (name !== undefined && count && hasName(object, name)) {
      body = withPath(body, ['spec', 'replicas'], count);
    }
  }
  return { ...object, body };
}

/** `images:` of a kustomization, on every container of the object. */
export function setImages(
  object: BuildObject,
  images: Value | undefined,
): BuildObject {
  const entries = getItems(images);
  if (entries.length === 0) return object;
  const body = changeImages(object.body, entries);
  return body.kind === 'map' ? { ...object, body } : object;
}

function changeImages(value: Value, entries: readonly Value[]): Value {
  if (value.kind === 'list') {
    const items = value.items.map(item => changeImages(item, entries));
    return { ...value, items };
  }
  if (value.kind !== 'map') return value;
  const changed = Object.entries(value.entries).map(([key, inner]) => [
    key,
    /^(initContainers|containers|ephemeralContainers)$/.test(key)
      ? changeContainers(inner, entries)
      : changeImages(inner, entries),
  ]);
  return { ...value, entries: Object.fromEntries(changed) };
}

function changeContainers(list: Value, entries: readonly Value[]): Value {
  if (list.kind !== 'list') return list;
  const items = list.items.map(container => {
    const image = getOwn(container, 'image');
    if (container.kind !== 'map' || image === undefined) return container;
    return withEntry(container, 'image', changeImage(image, entries));
  });
  return { ...list, items };
}

function changeImage(image: Value, entries: readonly Value[]): Value {
  const text =
    getText(image) ?? (image.kind === 'unresolved' ? image.expression : '');
  const parts = splitImage(text);
  const entry = entries.find(
    each => getText(getOwn(each, 'name')) === parts.name,
  );
  if (entry === undefined) return image;
  const name = getText(getOwn(entry, 'newName')) ?? parts.name;
  const digest = getText(getOwn(entry, 'digest'));
  const tag = getText(getOwn(entry, 'newTag'));
  const location = (getOwn(entry, 'digest') ?? getOwn(entry, 'newTag') ?? entry)
    .location;
  const unresolved = [getOwn(entry, 'newTag'), getOwn(entry, 'digest')].find(
    each => each?.kind === 'unresolved',
  );
  if (unresolved) return unresolved;
  if (digest !== undefined) return createScalar(`${name}@${digest}`, location);
  if (tag !== undefined) return createScalar(`${name}:${tag}`, location);
  return createScalar(`${name}${parts.rest}`, location);
}

/** The name of an image, and its tag or digest with what separates it. */
export function splitImage(image: string): { name: string; rest: string } {
  const at = image.indexOf('@');
  const end = at < 0 ? image.length : at;
  const colon = image.lastIndexOf(':', end - 1);
  const start = colon > image.lastIndexOf('/', end - 1) ? colon : end;
  return { name: image.slice(0, start), rest: image.slice(start) };
}
