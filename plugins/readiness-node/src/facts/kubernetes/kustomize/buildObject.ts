import type { MapValue } from '../../value';
import { toManifests, type Manifest } from '../manifest';

/** An object on its way through a build. */
export interface BuildObject extends Manifest {
  /** Names it had before prefixes and suffixes; patches may use any. */
  readonly formerNames: readonly string[];
}

/** A manifest as it enters a build. */
export function toBuildObject(manifest: Manifest): BuildObject {
  return { ...manifest, formerNames: [] };
}

/** The object with a new body; its name and namespace follow the body. */
export function withBody(object: BuildObject, body: MapValue): BuildObject {
  const [manifest] = toManifests(body);
  if (manifest === undefined) return object;
  const isRenamed = manifest.name !== object.name;
  return {
    ...manifest,
    formerNames: isRenamed
      ? [...object.formerNames, object.name]
      : object.formerNames,
  };
}

/** Whether a name given in a kustomization or patch means this object. */
export function hasName(object: BuildObject, name: string): boolean {
  return object.name === name || object.formerNames.includes(name);
}
