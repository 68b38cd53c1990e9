import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SettingFact, WarehouseFact } from '../../types/dataStores';
import { heldBy, invert, known, own } from './settings';

/** Redshift clusters and workgroups. */
export function readWarehouses(
  resources: ResourceIndex,
): readonly WarehouseFact[] {
  return [
    ...resources
      .ofType('aws_redshift_cluster')
      .map(resource => readRedshift(resource, resources)),
    ...resources.ofType('AWS::Redshift::Cluster').map(readRedshiftStack),
    ...resources.ofType('aws_redshiftserverless_workgroup').map(resource => ({
      ...toSubjectFact(resource),
      isPrivate: own(
        invert(
          AttributeReader.of(resource).boolean('publicly_accessible', {
            default: false,
          }),
        ),
      ),
    })),
  ];
}

function readRedshift(
  resource: Resource,
  resources: ResourceIndex,
): WarehouseFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: own(
      reader.boolean('encrypted', { default: false }),
      encryptedNote(reader.has('encrypted')),
    ),
    isPrivate: own(
      invert(reader.boolean('publicly_accessible', { default: true })),
      publicNote(reader.has('publicly_accessible')),
    ),
    snapshotRetentionDays: own(
      reader.number('automated_snapshot_retention_period', { default: 1 }),
    ),
    logs: readRedshiftLogs(resource, resources),
    backedUpOffsite: readSnapshotCopy(resource, resources),
  };
}

function encryptedNote(isSet: boolean): string | undefined {
  return isSet
    ? undefined
    : 'the provider encrypts by default only from version 6 on';
}

function publicNote(isSet: boolean): string | undefined {
  return isSet
    ? undefined
    : 'private by default only from version 6 of the provider on';
}

function readRedshiftLogs(
  resource: Resource,
  resources: ResourceIndex,
): SettingFact {
  const [companion] = resources.companions(
    resource,
    ['aws_redshift_logging'],
    'cluster_identifier',
    'cluster_identifier',
  );
  if (companion !== undefined)
    return heldBy(
      companion,
      known(true, 'cluster_identifier', companion.location, resource.address),
    );
  return own(
    AttributeReader.of(resource).boolean('logging.enable', { default: false }),
  );
}

function readSnapshotCopy(
  resource: Resource,
  resources: ResourceIndex,
): SettingFact {
  const [companion] = resources.companions(
    resource,
    ['aws_redshift_snapshot_copy'],
    'cluster_identifier',
    'cluster_identifier',
  );
  if (companion !== undefined)
    return heldBy(
      companion,
      known(true, 'destination_region', companion.location, 'set'),
    );
  return own(AttributeReader.of(resource).presence('snapshot_copy'));
}

function readRedshiftStack(resource: Resource): WarehouseFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: own(reader.boolean('Encrypted', { default: false })),
    isPrivate: own(
      invert(reader.boolean('PubliclyAccessible', { default: false })),
    ),
    snapshotRetentionDays: own(
      reader.number('AutomatedSnapshotRetentionPeriod', { default: 1 }),
    ),
    logs: own(reader.presence('LoggingProperties')),
  };
}
