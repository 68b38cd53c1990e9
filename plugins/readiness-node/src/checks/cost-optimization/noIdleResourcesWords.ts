import type { SettingTable } from '../../check';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_eip: {
    expected: 'an instance, network interface, NAT gateway or association',
    rules: ['CKV2_AWS_19'],
  },
  'AWS::EC2::EIP': { expected: 'InstanceId, an association or a NAT gateway' },
  aws_ebs_volume: { expected: 'an aws_volume_attachment' },
  'AWS::EC2::Volume': { expected: 'an AWS::EC2::VolumeAttachment' },
  azurerm_managed_disk: {
    expected: 'an azurerm_virtual_machine_data_disk_attachment',
  },
};
