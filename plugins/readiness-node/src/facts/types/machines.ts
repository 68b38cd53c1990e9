import type { SubjectFact } from '../subject';
import type { FactValue, Location } from '../value';

/** A virtual machine, or the template machines are made from. @public */
export interface MachineFact extends SubjectFact {
  readonly kind: 'instance' | 'template' | 'node-group';
  /** Sizes as written, e.g. `t3.micro`; several for mixed groups. */
  readonly instanceTypes: readonly FactValue<string>[];
  readonly ebsOptimized: FactValue<boolean>;
  readonly blockDevices: readonly BlockDevice[];
}

/** A disk declared on the machine itself. @public */
export interface BlockDevice {
  readonly volumeType: FactValue<string>;
  readonly encrypted: FactValue<boolean>;
  readonly location: Location;
}

/** Cheaper capacity than on demand. @public */
export interface PurchaseOptionFact extends SubjectFact {
  readonly kind: 'spot' | 'mixed-instances' | 'reservation' | 'savings-plan';
  /** Whether it is really switched on. */
  readonly enabled: FactValue<boolean>;
}
