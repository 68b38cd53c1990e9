import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** @public */
export interface DiskTypeFacts {
  readonly diskTypes: readonly DiskTypeFact[];
}

/** A disk of AWS that stands for itself, or the class disks are made from. @public */
export interface DiskTypeFact extends SubjectFact {
  /** `gp3`, `gp2`, `io2`, … */
  readonly volumeType: FactValue<string>;
}
