import type { ModuleDefinition } from '../module/definition';

/** The known text of a registry module. */
export function loadRegistryModule(
  _source: string,
  _version: string | undefined,
): ModuleDefinition | undefined {
  return undefined;
}
