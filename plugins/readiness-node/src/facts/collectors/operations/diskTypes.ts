import { AttributeReader, getText } from '../../readValue';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { DiskTypeFact } from '../../types/diskTypes';

/** EBS volumes and the storage classes that make them. */
export function collectDiskTypes(resources: ResourceIndex): DiskTypeFact[] {
  const volumes = [
    ['aws_ebs_volume', 'type'],
    ['AWS::EC2::Volume', 'VolumeType'],
  ] as const;
  return [
    ...volumes.flatMap(([type, setting]) =>
      resources.ofType(type).map(resource => ({
        ...toSubjectFact(resource),
        volumeType: AttributeReader.of(resource).text(setting, {
          default: 'gp2',
        }),
      })),
    ),
    ...resources.ofType('StorageClass').flatMap(resource => {
      const reader = AttributeReader.of(resource);
      const maker = getText(reader.get('provisioner')) ?? '';
      // The driver's own default is gp3, that of the old one in the tree gp2.
      const defaults: Readonly<Record<string, string>> = {
        'ebs.csi.aws.com': 'gp3',
        'kubernetes.io/aws-ebs': 'gp2',
      };
      const byDefault = defaults[maker];
      return byDefault === undefined
        ? []
        : [
            {
              ...toSubjectFact(resource),
              volumeType: reader.text('parameters.type', {
                default: byDefault,
              }),
            },
          ];
    }),
  ];
}
