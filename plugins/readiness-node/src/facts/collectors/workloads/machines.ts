import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { BlockDevice, MachineFact } from '../../types/machines';
import type { FactValue } from '../../value';
import { absent } from './blankFacts';

/** Where a type keeps sizes and disks. */
interface MachineNames {
  readonly kind: MachineFact['kind'];
  readonly types: readonly string[];
  readonly ebsOptimized?: string;
  readonly devices?: readonly string[];
  readonly volumeType?: string;
  readonly encrypted?: string;
}

const TERRAFORM_DISKS = {
  devices: ['root_block_device', 'ebs_block_device'],
  volumeType: 'volume_type',
  encrypted: 'encrypted',
  ebsOptimized: 'ebs_optimized',
} as const;
const CLOUDFORMATION_DISKS = {
  devices: ['BlockDeviceMappings'],
  volumeType: 'Ebs.VolumeType',
  encrypted: 'Ebs.Encrypted',
} as const;

const MACHINES: Readonly<Record<string, MachineNames>> = {
  aws_instance: {
    kind: 'instance',
    types: ['instance_type'],
    ...TERRAFORM_DISKS,
  },
  aws_spot_instance_request: {
    kind: 'instance',
    types: ['instance_type'],
    ...TERRAFORM_DISKS,
  },
  aws_launch_configuration: {
    kind: 'template',
    types: ['instance_type'],
    ...TERRAFORM_DISKS,
  },
  aws_launch_template: {
    kind: 'template',
    types: ['instance_type'],
    ebsOptimized: 'ebs_optimized',
    devices: ['block_device_mappings'],
    volumeType: 'ebs.volume_type',
    encrypted: 'ebs.encrypted',
  },
  aws_eks_node_group: { kind: 'node-group', types: ['instance_types'] },
  'AWS::EC2::Instance': {
    kind: 'instance',
    types: ['InstanceType'],
    ebsOptimized: 'EbsOptimized',
    ...CLOUDFORMATION_DISKS,
  },
  'AWS::AutoScaling::LaunchConfiguration': {
    kind: 'template',
    types: ['InstanceType'],
    ebsOptimized: 'EbsOptimized',
    ...CLOUDFORMATION_DISKS,
  },
  'AWS::EC2::LaunchTemplate': {
    kind: 'template',
    types: ['LaunchTemplateData.InstanceType'],
    ebsOptimized: 'LaunchTemplateData.EbsOptimized',
    devices: ['LaunchTemplateData.BlockDeviceMappings'],
    volumeType: 'Ebs.VolumeType',
    encrypted: 'Ebs.Encrypted',
  },
  'AWS::EKS::Nodegroup': { kind: 'node-group', types: ['InstanceTypes'] },
  google_compute_instance: { kind: 'instance', types: ['machine_type'] },
  google_compute_instance_template: {
    kind: 'template',
    types: ['machine_type'],
  },
  google_compute_region_instance_template: {
    kind: 'template',
    types: ['machine_type'],
  },
  google_container_node_pool: {
    kind: 'node-group',
    types: ['node_config.machine_type'],
  },
  azurerm_linux_virtual_machine: { kind: 'instance', types: ['size'] },
  azurerm_windows_virtual_machine: { kind: 'instance', types: ['size'] },
  azurerm_virtual_machine: { kind: 'instance', types: ['vm_size'] },
  azurerm_linux_virtual_machine_scale_set: { kind: 'template', types: ['sku'] },
  azurerm_windows_virtual_machine_scale_set: {
    kind: 'template',
    types: ['sku'],
  },
  azurerm_kubernetes_cluster: {
    kind: 'node-group',
    types: ['default_node_pool.vm_size'],
  },
  azurerm_kubernetes_cluster_node_pool: {
    kind: 'node-group',
    types: ['vm_size'],
  },
};

/** Virtual machines and what machines are made from. */
export function collectMachines(resources: ResourceIndex): MachineFact[] {
  return resources.ofType(...Object.keys(MACHINES)).flatMap(resource => {
    const names = MACHINES[resource.type];
    return names ? [readMachine(resource, names)] : [];
  });
}

function readMachine(resource: Resource, names: MachineNames): MachineFact {
  const reader = AttributeReader.of(resource);
  const { ebsOptimized } = names;
  return {
    ...toSubjectFact(resource),
    kind: names.kind,
    instanceTypes: names.types.flatMap(path => readTypes(reader, path)),
    ebsOptimized:
      ebsOptimized === undefined
        ? absent('ebs_optimized', resource.location)
        : reader.boolean(ebsOptimized, { default: false }),
    blockDevices: (names.devices ?? []).flatMap(path =>
      reader.blocks(path).map(block => readDevice(block, names)),
    ),
  };
}

/** A list of types is several; one that cannot be resolved is one. */
function readTypes(reader: AttributeReader, path: string): FactValue<string>[] {
  const value = reader.get(path);
  if (value?.kind !== 'list') {
    return value === undefined ? [] : [reader.text(path)];
  }
  return value.items.map((_item, index) => reader.text(`${path}.${index}`));
}

function readDevice(reader: AttributeReader, names: MachineNames): BlockDevice {
  return {
    volumeType: reader.text(names.volumeType ?? 'volume_type', {
      default: 'gp2',
    }),
    encrypted: reader.boolean(names.encrypted ?? 'encrypted', {
      default: false,
    }),
    location: reader.location,
  };
}
