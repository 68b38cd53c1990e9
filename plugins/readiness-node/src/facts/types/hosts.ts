import type { SubjectFact } from '../subject';
import type { FactValue, Location } from '../value';
import type { CommandFact } from './commands';

/** What is run on machines to set them up. @public */
export interface HostFacts {
  readonly hostScripts: readonly HostScriptFact[];
  readonly machineImages: readonly MachineImageFact[];
}

/**
 * A script that sets a machine or an environment up.
 * @public
 */
export interface HostScriptFact {
  /** Path of a file, address of a resource with user data. */
  readonly subject: string;
  readonly kind: 'user-data' | 'cloud-init' | 'shell' | 'ansible' | 'packer';
  readonly location: Location;
  readonly commands: readonly CommandFact[];
}

/**
 * A lookup of a machine image.
 * @public
 */
export interface MachineImageFact extends SubjectFact {
  /** Whether the newest image is taken: `most_recent`, `version = "latest"`. */
  readonly takesNewest: FactValue<boolean>;
  /** What narrows it: name filters, parameter path. */
  readonly filter: FactValue<string>;
}
