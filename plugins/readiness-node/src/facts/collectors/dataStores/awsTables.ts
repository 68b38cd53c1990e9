import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { TableFact } from '../../types/dataStores';
import type { FactValue } from '../../value';
import {
  absent,
  anyOf,
  byDefault,
  derive,
  heldBy,
  isGiven,
  known,
  own,
  preventsDestroy,
} from './settings';

const ENCRYPTION_NOTE =
  'DynamoDB encrypts every table, by default with a key that AWS owns';

/** DynamoDB tables, SAM's simple tables and Keyspaces. */
export function readTables(resources: ResourceIndex): readonly TableFact[] {
  return [
    ...resources
      .ofType('aws_dynamodb_table')
      .map(resource => readTable(resource, resources)),
    ...resources
      .ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
      .map(resource => readStackTable(resource, resources)),
    ...resources.ofType('AWS::Serverless::SimpleTable').map(readSimpleTable),
  ];
}

/** SAM's simple table: on demand unless it says otherwise. */
function readSimpleTable(resource: Resource): TableFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(resource, 'SSESpecification', ENCRYPTION_NOTE),
    pointInTimeRecovery: own(
      reader.boolean(
        'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
        { default: false },
      ),
    ),
    scales: own(
      reader.has('ProvisionedThroughput')
        ? derive(reader.presence('ProvisionedThroughput'), () => false)
        : absent('ProvisionedThroughput', resource.location, true, 'on demand'),
    ),
  };
}

function readTable(resource: Resource, resources: ResourceIndex): TableFact {
  const reader = AttributeReader.of(resource);
  const [replica] = reader.blocks('replica');
  const [companion] = resources.companions(
    resource,
    ['aws_dynamodb_table_replica'],
    'global_table_arn',
  );
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(
      resource,
      'server_side_encryption',
      ENCRYPTION_NOTE,
    ),
    pointInTimeRecovery: own(
      reader.boolean('point_in_time_recovery.enabled', { default: false }),
    ),
    scales: own(
      readCapacity(
        resource,
        reader.text('billing_mode', { default: 'PROVISIONED' }),
        resources,
      ),
    ),
    deletionProtected: own(
      anyOf(
        reader.boolean('deletion_protection_enabled', { default: false }),
        preventsDestroy(resource),
      ),
    ),
    ...(replica && {
      multiRegion: own(
        known(
          true,
          'replica',
          replica.location,
          getText(replica.get('region_name')) ?? 'set',
        ),
      ),
    }),
    ...(companion && {
      multiRegion: heldBy(
        companion,
        known(true, 'global_table_arn', companion.location, resource.address),
      ),
    }),
  };
}

function readStackTable(
  resource: Resource,
  resources: ResourceIndex,
): TableFact {
  const reader = AttributeReader.of(resource);
  const isGlobal = resource.type === 'AWS::DynamoDB::GlobalTable';
  const recovery = isGlobal
    ? 'Replicas.PointInTimeRecoverySpecification'
    : 'PointInTimeRecoverySpecification';
  const replicas = reader.blocks('Replicas');
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(resource, 'SSESpecification', ENCRYPTION_NOTE),
    pointInTimeRecovery: own(
      reader.boolean(`${recovery}.PointInTimeRecoveryEnabled`, {
        default: false,
      }),
    ),
    scales: own(
      readCapacity(
        resource,
        reader.text('BillingMode', { default: 'PROVISIONED' }),
        resources,
      ),
    ),
    deletionProtected: own(
      reader.boolean('DeletionProtectionEnabled', { default: false }),
    ),
    ...(replicas.length > 1 && {
      multiRegion: own(
        known(
          true,
          'Replicas',
          resource.location,
          `${replicas.length} regions`,
        ),
      ),
    }),
  };
}

/** On demand, or provisioned capacity that something scales. */
function readCapacity(
  resource: Resource,
  mode: FactValue<string>,
  resources: ResourceIndex,
): FactValue<boolean> {
  const onDemand = derive(mode, word => word === 'PAY_PER_REQUEST');
  const reader = AttributeReader.of(resource);
  const builtIn = isGiven(reader, 'WriteProvisionedThroughputSettings');
  const targets = [
    ...resources.companions(
      resource,
      ['aws_appautoscaling_target'],
      'resource_id',
    ),
    ...resources.companions(
      resource,
      ['AWS::ApplicationAutoScaling::ScalableTarget'],
      'ResourceId',
    ),
  ];
  const [target] = targets;
  const scaled =
    target === undefined
      ? absent('auto scaling target', resource.location, false, 'none')
      : known(true, 'auto scaling target', target.location, target.address);
  return anyOf(onDemand, scaled, builtIn);
}
