import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { DatabaseFact, SettingFact } from '../../types/dataStores';
import {
  byDefault,
  heldBy,
  known,
  own,
  preventsDestroy,
  textAt,
} from './settings';

const ENCRYPTION_NOTE = 'Azure encrypts all data at rest by itself';

/** A lock on the resource, or `prevent_destroy`. */
export function readLock(
  resource: Resource,
  resources: ResourceIndex,
): SettingFact {
  const [lock] = resources.companions(
    resource,
    ['azurerm_management_lock'],
    'scope',
  );
  if (lock !== undefined)
    return heldBy(
      lock,
      known(
        true,
        'lock_level',
        lock.location,
        textAt(lock, 'lock_level') ?? 'set',
      ),
    );
  return own(
    preventsDestroy(resource),
    'a management lock would protect it too',
  );
}

export function base(
  resource: Resource,
  resources: ResourceIndex,
): Omit<DatabaseFact, 'role'> {
  return {
    ...toSubjectFact(resource),
    origin: 'managed',
    encryptedAtRest: byDefault(
      resource,
      'customer_managed_key',
      ENCRYPTION_NOTE,
    ),
    deletionProtected: readLock(resource, resources),
  };
}

export function isReplica(reader: AttributeReader): boolean {
  const mode = reader.text('create_mode');
  return (
    mode.state === 'known' &&
    /^(Replica|Secondary|OnlineSecondary)$/.test(mode.value)
  );
}
