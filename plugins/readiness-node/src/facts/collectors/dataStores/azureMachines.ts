import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SettingFact, VolumeFact } from '../../types/dataStores';
import { absent, heldBy, known, own } from './settings';

/** The backup of a machine takes in the disks that are attached to it. */
export function findMachineBackup(
  attachment: Resource | undefined,
  resources: ResourceIndex,
): SettingFact | undefined {
  if (attachment === undefined) return undefined;
  const [backup] = resources
    .referred(attachment, 'virtual_machine_id')
    .flatMap(machine =>
      resources.companions(
        machine,
        ['azurerm_backup_protected_vm'],
        'source_vm_id',
      ),
    );
  return (
    backup &&
    own(known(true, 'backup of its machine', backup.location, backup.address))
  );
}

/** Whether a machine is backed up. */
export function readMachine(
  resource: Resource,
  resources: ResourceIndex,
): VolumeFact {
  const [backup] = resources.companions(
    resource,
    ['azurerm_backup_protected_vm'],
    'source_vm_id',
  );
  return {
    ...toSubjectFact(resource),
    backedUp: backup
      ? heldBy(
          backup,
          known(true, 'source_vm_id', backup.location, resource.address),
        )
      : own(
          absent(
            'azurerm_backup_protected_vm',
            resource.location,
            false,
            'none',
          ),
        ),
  };
}
