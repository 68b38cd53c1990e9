import { testCheck } from '../../testing';
import { volumeBackups } from './volume-backups';

testCheck(volumeBackups, [
  {
    title: 'finds a disk by reference, by tag and by lifecycle policy',
    files: {
      'main.tf': `resource "aws_ebs_volume" "named" {
  size = 1
}
resource "aws_ebs_volume" "tagged" {
  tags = { Backup = "daily" }
}
resource "aws_ebs_volume" "snapshotted" {
  tags = { Snapshot = "true" }
}
resource "aws_ebs_volume" "forgotten" {
  tags = { Backup = "never" }
}
resource "aws_backup_selection" "named" {
  resources = [aws_ebs_volume.named.arn]
}
resource "aws_backup_selection" "tagged" {
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}
resource "aws_dlm_lifecycle_policy" "daily" {
  policy_details {
    target_tags = {
      Snapshot = "true"
    }
  }
}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_ebs_volume.named', outcome: 'pass' },
      { subject: 'aws_ebs_volume.tagged', outcome: 'pass' },
      {
        subject: 'aws_ebs_volume.snapshotted',
        outcome: 'pass',
        at: 'main.tf:23',
      },
      {
        subject: 'aws_ebs_volume.forgotten',
        outcome: 'fail',
        at: 'main.tf:10',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads Azure machines, Google disks and claims of StatefulSets',
    files: {
      'main.tf': `resource "azurerm_linux_virtual_machine" "saved" {}
resource "azurerm_linux_virtual_machine" "bare" {}
resource "azurerm_backup_protected_vm" "saved" {
  source_vm_id = azurerm_linux_virtual_machine.saved.id
}
resource "google_compute_disk" "saved" {
  name = "saved"
}
resource "google_compute_disk_resource_policy_attachment" "saved" {
  disk = google_compute_disk.saved.name
  name = "daily"
}
`,
      'set.yaml':
        'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: search\nspec:\n  volumeClaimTemplates:\n    - metadata:\n        name: data\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'azurerm_backup_protected_vm.saved',
        outcome: 'pass',
        at: 'main.tf:3',
      },
      {
        subject: 'azurerm_linux_virtual_machine.bare',
        outcome: 'fail',
        at: 'main.tf:2',
      },
      {
        subject: 'google_compute_disk_resource_policy_attachment.saved',
        outcome: 'pass',
      },
      {
        subject: 'StatefulSet/default/search',
        outcome: 'fail',
        at: 'set.yaml:1',
      },
    ],
    isComplete: true,
  },
  {
    title:
      'counts a schedule only in its namespaces, a snapshot only for its claim',
    files: {
      'pvc.yaml':
        'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: uploads\n  namespace: shop\n---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: images\n  namespace: shop\n',
      'velero.yaml':
        'apiVersion: velero.io/v1\nkind: Schedule\nmetadata:\n  name: nightly\n  namespace: velero\nspec:\n  template:\n    includedNamespaces: [other]\n',
      'snapshot.yaml':
        'apiVersion: snapshot.storage.k8s.io/v1\nkind: VolumeSnapshot\nmetadata:\n  name: images\n  namespace: shop\nspec:\n  source:\n    persistentVolumeClaimName: images\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'PersistentVolumeClaim/shop/uploads',
        outcome: 'fail',
        at: 'pvc.yaml:1',
      },
      {
        subject: 'PersistentVolumeClaim/shop/images',
        outcome: 'pass',
        at: 'snapshot.yaml:1',
      },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);

testCheck(volumeBackups, [
  {
    title: 'Azure: the backup of a machine takes in its disks',
    files: {
      'main.tf':
        'resource "azurerm_managed_disk" "data" {}\n\nresource "azurerm_linux_virtual_machine" "app" {}\n\nresource "azurerm_virtual_machine_data_disk_attachment" "data" {\n  managed_disk_id    = azurerm_managed_disk.data.id\n  virtual_machine_id = azurerm_linux_virtual_machine.app.id\n}\n\nresource "azurerm_backup_protected_vm" "app" {\n  source_vm_id = azurerm_linux_virtual_machine.app.id\n}\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'azurerm_managed_disk.data',
        outcome: 'pass',
        at: 'main.tf:10',
      },
    ],
  },
]);
