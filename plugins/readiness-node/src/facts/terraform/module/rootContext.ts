import type { Budget } from '../evaluation/scope';
import type { ModuleDefinition } from './definition';

/** What all modules below one root share. */
export interface RootContext {
  readonly rootFolder: string;
  readonly budget: Budget;
  /** The module in a folder of the repository. */
  loadModule(folder: string): ModuleDefinition | undefined;
  /** A well-known module of a registry, by source and version. */
  loadRegistryModule(
    source: string,
    version: string | undefined,
  ): ModuleDefinition | undefined;
  readFile(path: string): string | undefined;
  /** Paths of the files below a folder, relative to it. */
  listFiles(folder: string): readonly string[];
}
