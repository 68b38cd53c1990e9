import {
  defineCheck,
  explainNoSubject,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';

const TABLE: SettingTable = {
  aws_ebs_volume: {
    expected: 'a plan of AWS Backup or a lifecycle policy that takes it in',
    rules: ['CKV2_AWS_9'],
  },
  'AWS::EC2::Volume': {
    expected: 'a plan of AWS Backup or a lifecycle policy that takes it in',
  },
  aws_efs_file_system: {
    expected: 'an aws_efs_backup_policy with status = "ENABLED"',
    rules: ['CKV2_AWS_18'],
  },
  aws_efs_backup_policy: {
    expected: 'status = "ENABLED"',
    rules: ['CKV2_AWS_18'],
  },
  'AWS::EFS::FileSystem': { expected: 'BackupPolicy: { Status: ENABLED }' },
  azurerm_linux_virtual_machine: {
    expected: 'an azurerm_backup_protected_vm',
    rules: ['CKV2_AZURE_12'],
  },
  azurerm_windows_virtual_machine: {
    expected: 'an azurerm_backup_protected_vm',
    rules: ['CKV2_AZURE_12'],
  },
  azurerm_virtual_machine: {
    expected: 'an azurerm_backup_protected_vm',
    rules: ['CKV2_AZURE_12'],
  },
  azurerm_backup_protected_vm: {
    expected: 'a backup policy',
    rules: ['CKV2_AZURE_12'],
  },
  google_compute_disk: { expected: 'a snapshot schedule attached to it' },
};

export const volumeBackups = defineCheck({
  id: 'volume-backups',
  category: 'backup-restore',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Volumes are backed up',
  description:
    'Every disk, file system and persistent volume claim is saved by schedule: AWS Backup, Data Lifecycle Manager, a snapshot schedule, Azure VM backup, Velero, VolumeSnapshots, or a job that runs restic or dumps the database on it.',
  rationale:
    'A volume that survives its pod does not survive a deleted claim, a broken file system or an operator’s typing error. Whatever is only on a disk needs a copy that is somewhere else and that nobody has to remember to make.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'AWS Backup: assigning resources to a plan',
      url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
    },
    { title: 'Velero', url: 'https://velero.io/docs/' },
    {
      title: 'Kubernetes volume snapshots',
      url: 'https://kubernetes.io/docs/concepts/storage/volume-snapshots/',
    },
  ],
  remediation: {
    summary:
      'Select the volume in an aws_backup_selection (by ARN or tag), enable the backup policy of the file system, or add a Velero Schedule for the namespace.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_backup_selection" "volumes" {\n  name         = "volumes"\n  plan_id      = aws_backup_plan.daily.id\n  iam_role_arn = aws_iam_role.backup.arn\n  resources    = [aws_ebs_volume.data.arn]\n}\n',
      cloudformation:
        'Shared:\n  Type: AWS::EFS::FileSystem\n  Properties:\n    BackupPolicy:\n      Status: ENABLED\n',
      kubernetes:
        'apiVersion: velero.io/v1\nkind: Schedule\nmetadata:\n  name: nightly\n  namespace: velero\nspec:\n  schedule: "0 2 * * *"\n  template:\n    includedNamespaces: [shop]\n',
    },
  },
  examples: [
    {
      title: 'A file system with AWS’s own backup, and a bare disk',
      files: {
        'main.tf':
          'resource "aws_efs_file_system" "shared" {}\nresource "aws_efs_backup_policy" "shared" {\n  file_system_id = aws_efs_file_system.shared.id\n  backup_policy {\n    status = "ENABLED"\n  }\n}\nresource "aws_ebs_volume" "data" {\n  size = 100\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_efs_backup_policy.shared',
          outcome: 'pass',
          at: 'main.tf:5',
        },
        { subject: 'aws_ebs_volume.data', outcome: 'fail', at: 'main.tf:8' },
      ],
    },
    {
      title: 'A claim that Velero saves',
      files: {
        'pvc.yaml':
          'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: uploads\n  namespace: shop\n',
        'velero.yaml':
          'apiVersion: velero.io/v1\nkind: Schedule\nmetadata:\n  name: nightly\n  namespace: velero\nspec:\n  schedule: "0 2 * * *"\n  template:\n    includedNamespaces: [shop]\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'PersistentVolumeClaim/shop/uploads',
          outcome: 'pass',
          at: 'velero.yaml:1',
        },
      ],
    },
    {
      title: 'A file system of CloudFormation without backups',
      files: {
        'a.yaml': 'Resources:\n  Shared:\n    Type: AWS::EFS::FileSystem\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Shared', outcome: 'fail', at: 'a.yaml:2' }],
    },
  ],
  evaluate(context) {
    const reason = explainNoSubject(
      context,
      'no volume of its own in the files read',
    );
    return forEachSubject(
      context.facts.volumes,
      reason,
      volume =>
        volume.backedUp &&
        judgeSetting(volume, volume.backedUp, {
          table: TABLE,
          expected: 'a backup by schedule',
        }),
    );
  },
});
