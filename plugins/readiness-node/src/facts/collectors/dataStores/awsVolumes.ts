import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type {
  SettingFact,
  StaticAddressFact,
  VolumeFact,
} from '../../types/dataStores';
import type { FactValue } from '../../value';
import { hasTag, isSelected } from './awsBackups';
import { absent, anyOf, derive, heldBy, isGiven, known, own } from './settings';

const ACCOUNT_DEFAULT = 'aws_ebs_encryption_by_default';

/** EBS volumes, block devices of instances, EFS and FSx. */
export function readVolumes(resources: ResourceIndex): readonly VolumeFact[] {
  return [
    ...resources
      .ofType('aws_ebs_volume', 'AWS::EC2::Volume')
      .map(resource => readDisk(resource, resources)),
    ...resources
      .ofType('aws_instance', 'aws_launch_configuration', 'aws_launch_template')
      .flatMap(resource => readDevices(resource, resources)),
    ...resources
      .ofType('AWS::EC2::Instance', 'AWS::AutoScaling::LaunchConfiguration')
      .flatMap(readStackDevices),
    ...resources
      .ofType('aws_efs_file_system', 'AWS::EFS::FileSystem')
      .map(resource => readFileSystem(resource, resources)),
  ];
}

function readDisk(resource: Resource, resources: ResourceIndex): VolumeFact {
  const reader = AttributeReader.of(resource);
  const name = resource.language === 'terraform' ? 'encrypted' : 'Encrypted';
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: own(
      withAccountDefault(reader.boolean(name, { default: false }), resources),
    ),
    backedUp: own(readBackup(resource, resources)),
    isAttached: readAttachment(resource, resources),
  };
}

/** The account may encrypt every new volume. */
function withAccountDefault(
  value: FactValue<boolean>,
  resources: ResourceIndex,
): FactValue<boolean> {
  const [setting] = resources.ofType(ACCOUNT_DEFAULT);
  if (setting === undefined || value.state !== 'absent') return value;
  const enabled = AttributeReader.of(setting).boolean('enabled', {
    default: true,
  });
  return { ...enabled, setting: ACCOUNT_DEFAULT };
}

/** AWS Backup or the data lifecycle manager saves it. */
function readBackup(
  resource: Resource,
  resources: ResourceIndex,
): FactValue<boolean> {
  if (isSelected(resource, undefined, resources))
    return known(
      true,
      'AWS Backup',
      resource.location,
      'selected by a backup plan',
    );
  const policy = resources
    .ofType('aws_dlm_lifecycle_policy', 'AWS::DLM::LifecyclePolicy')
    .find(each => each.scope === resource.scope && targets(each, resource));
  if (policy !== undefined)
    return known(true, 'lifecycle policy', policy.location, policy.address);
  return absent(
    'backup plan',
    resource.location,
    false,
    'none: neither AWS Backup nor a lifecycle policy takes it in',
  );
}

function targets(policy: Resource, resource: Resource): boolean {
  const tags = AttributeReader.of(policy).get('policy_details.target_tags');
  if (tags?.kind === 'map') {
    return Object.entries(tags.entries).some(([key, value]) =>
      hasTag(
        resource,
        key,
        value.kind === 'scalar' ? String(value.value) : undefined,
      ),
    );
  }
  const listed = AttributeReader.of(policy).blocks('PolicyDetails.TargetTags');
  return listed.some(tag => {
    const key = tag.text('Key');
    const value = tag.text('Value');
    return (
      key.state === 'known' &&
      hasTag(
        resource,
        key.value,
        value.state === 'known' ? value.value : undefined,
      )
    );
  });
}

function readAttachment(
  resource: Resource,
  resources: ResourceIndex,
): SettingFact {
  const [attachment] = [
    ...resources.companions(resource, ['aws_volume_attachment'], 'volume_id'),
    ...resources.companions(
      resource,
      ['AWS::EC2::VolumeAttachment'],
      'VolumeId',
    ),
    ...resources.companions(resource, ['AWS::EC2::Instance'], 'Volumes'),
  ];
  if (attachment === undefined)
    return own(absent('attachment', resource.location, false, 'none'));
  return own(
    known(true, 'attachment', attachment.location, attachment.address),
  );
}

const DEVICE_BLOCKS = [
  'root_block_device',
  'ebs_block_device',
  'block_device_mappings',
];

/** Only devices that are written down: without one the machine image decides. */
function readDevices(
  resource: Resource,
  resources: ResourceIndex,
): readonly VolumeFact[] {
  const reader = AttributeReader.of(resource);
  const [first, ...others] = DEVICE_BLOCKS.flatMap(name =>
    reader.blocks(name),
  ).flatMap(device => {
    const isTemplate = device.has('ebs');
    if (device.has('virtual_name') || device.has('no_device')) return [];
    return [
      device.boolean(isTemplate ? 'ebs.encrypted' : 'encrypted', {
        default: false,
      }),
    ];
  });
  if (first === undefined) return [];
  const devices = [first, ...others].map(value =>
    withAccountDefault(value, resources),
  );
  return [
    {
      ...toSubjectFact(resource),
      encryptedAtRest: own(weakest(devices) ?? first),
    },
  ];
}

function readStackDevices(resource: Resource): readonly VolumeFact[] {
  const devices = AttributeReader.of(resource)
    .blocks('BlockDeviceMappings')
    .filter(device => device.has('Ebs'))
    .map(device => device.boolean('Ebs.Encrypted', { default: false }));
  const value = weakest(devices);
  return value === undefined
    ? []
    : [{ ...toSubjectFact(resource), encryptedAtRest: own(value) }];
}

function weakest(
  values: readonly FactValue<boolean>[],
): FactValue<boolean> | undefined {
  return (
    values.find(value =>
      value.state === 'known'
        ? !value.value
        : value.state === 'absent' && value.defaultValue === false,
    ) ??
    values.find(value => value.state === 'unresolved') ??
    values[0]
  );
}

function readFileSystem(
  resource: Resource,
  resources: ResourceIndex,
): VolumeFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: own(
      reader.boolean(isTerraform ? 'encrypted' : 'Encrypted', {
        default: false,
      }),
    ),
    backedUp: readFileSystemBackup(resource, resources),
  };
}

function readFileSystemBackup(
  resource: Resource,
  resources: ResourceIndex,
): SettingFact {
  const [policy] = resources.companions(
    resource,
    ['aws_efs_backup_policy'],
    'file_system_id',
  );
  const isEnabled = (word: string) => word === 'ENABLED';
  if (policy !== undefined) {
    return heldBy(
      policy,
      derive(
        AttributeReader.of(policy).text('backup_policy.status', {
          default: 'DISABLED',
        }),
        isEnabled,
      ),
    );
  }
  const inline = derive(
    AttributeReader.of(resource).text('BackupPolicy.Status', {
      default: 'DISABLED',
    }),
    isEnabled,
  );
  return own(
    inline.state === 'absent'
      ? readBackup(resource, resources)
      : anyOf(inline, readBackup(resource, resources)),
  );
}

const ADDRESS_USERS = [
  'aws_eip_association',
  'aws_nat_gateway',
  'aws_lb',
  'aws_alb',
  'aws_network_interface',
  'aws_instance',
  'aws_route53_record',
  'aws_vpn_connection',
  'aws_customer_gateway',
  'AWS::EC2::EIPAssociation',
  'AWS::EC2::NatGateway',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
];

/** Elastic IPs: attached by themselves, or by what names them. */
export function readStaticAddresses(
  resources: ResourceIndex,
): readonly StaticAddressFact[] {
  return resources.ofType('aws_eip', 'AWS::EC2::EIP').map(resource => {
    const reader = AttributeReader.of(resource);
    const isTerraform = resource.language === 'terraform';
    const direct = (
      isTerraform ? ['instance', 'network_interface'] : ['InstanceId']
    ).map(name => isGiven(reader, name));
    const users = resources.all.filter(
      user =>
        user.scope === resource.scope &&
        user.address !== resource.address &&
        (user.isOpaque === true || ADDRESS_USERS.includes(user.type)) &&
        usesAddress(user, resource),
    );
    const [user] = users.filter(each => each.type !== 'aws_route53_record');
    const used =
      user === undefined
        ? absent('association', resource.location, false, 'none')
        : known(true, 'association', user.location, user.address);
    return {
      ...toSubjectFact(resource),
      isAttached: own(anyOf(used, ...direct)),
    };
  });
}

function usesAddress(user: Resource, address: Resource): boolean {
  return new AttributeReader(user.attributes, user.location)
    .references('')
    .includes(address.address);
}
