import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { BucketFact, SettingFact } from '../../types/dataStores';
import type { FactValue } from '../../value';
import { absent, derive, heldBy, known, own, unresolved } from './settings';
import {
  readFlags,
  readBlock,
  readAcl,
  FLAGS,
  isClosedAcl,
} from './awsPublicAccess';

const ENCRYPTION_NOTE =
  'S3 encrypts every new object by itself since January 2023 (SSE-S3)';

const COMPANIONS = [
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_acl',
  'aws_s3_bucket_versioning',
  'aws_s3_bucket_lifecycle_configuration',
];

/** S3 buckets with their companions. */
export function readBuckets(resources: ResourceIndex): readonly BucketFact[] {
  const buckets = resources.ofType('aws_s3_bucket');
  const attached = new Set(
    buckets.flatMap(bucket =>
      resources
        .companions(bucket, COMPANIONS, 'bucket', 'bucket')
        .map(companion => companion.address),
    ),
  );
  const alone = resources
    .ofType(...COMPANIONS)
    .filter(companion => !attached.has(companion.address));
  return [
    ...buckets.map(resource => readBucket(resource, resources)),
    ...alone.map(readCompanion),
    ...resources.ofType('AWS::S3::Bucket').map(readStackBucket),
    ...resources.ofType('aws_s3_account_public_access_block').map(resource => ({
      ...toSubjectFact(resource),
      publicAccess: readFlags(resource),
    })),
  ];
}

/** The companion of a bucket that is not in the files. */
function readCompanion(companion: Resource): BucketFact {
  const fact = { ...toSubjectFact(companion), publicAccess: [] };
  switch (companion.type) {
    case 'aws_s3_bucket_public_access_block':
      return { ...fact, publicAccess: readFlags(companion) };
    case 'aws_s3_bucket_acl':
      return { ...fact, publicAccess: [readAcl(companion, undefined)] };
    case 'aws_s3_bucket_versioning':
      return {
        ...fact,
        pointInTimeRecovery: readVersioning(companion, companion),
      };
    default:
      return {
        ...fact,
        hasLifecycle: readLifecycle(companion, companion),
        abortsMultipartUploads: readMultipart(companion, companion),
      };
  }
}

function readBucket(resource: Resource, resources: ResourceIndex): BucketFact {
  const find = (type: string) =>
    resources.companions(resource, [type], 'bucket', 'bucket')[0];
  const lifecycle = find('aws_s3_bucket_lifecycle_configuration');
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: readEncryption(
      resource,
      find('aws_s3_bucket_server_side_encryption_configuration'),
    ),
    pointInTimeRecovery: readVersioning(
      resource,
      find('aws_s3_bucket_versioning'),
    ),
    publicAccess: [
      ...readBlock(
        resource,
        find('aws_s3_bucket_public_access_block'),
        resources,
      ),
      readAcl(resource, find('aws_s3_bucket_acl')),
    ],
    hasLifecycle: readLifecycle(resource, lifecycle),
    abortsMultipartUploads: readMultipart(resource, lifecycle),
    multiRegion: readReplication(
      resource,
      find('aws_s3_bucket_replication_configuration'),
    ),
  };
}

function readEncryption(
  resource: Resource,
  companion: Resource | undefined,
): SettingFact {
  const holder = companion ?? resource;
  const prefix = companion
    ? 'rule'
    : 'server_side_encryption_configuration.rule';
  const algorithm = AttributeReader.of(holder).text(
    `${prefix}.apply_server_side_encryption_by_default.sse_algorithm`,
  );
  if (algorithm.state === 'absent') {
    const value = absent(
      'server_side_encryption_configuration',
      holder.location,
      true,
      'AES256',
    );
    return companion
      ? heldBy(companion, value, ENCRYPTION_NOTE)
      : own(value, ENCRYPTION_NOTE);
  }
  // Whatever the algorithm, S3 encrypts.
  const value: FactValue<boolean> =
    algorithm.state === 'unresolved'
      ? known(true, algorithm.setting, algorithm.location, algorithm.expression)
      : derive(algorithm, () => true);
  return companion ? heldBy(companion, value) : own(value);
}

function readVersioning(
  resource: Resource,
  companion: Resource | undefined,
): SettingFact {
  if (companion === undefined)
    return own(
      AttributeReader.of(resource).boolean('versioning.enabled', {
        default: false,
      }),
    );
  const status = AttributeReader.of(companion).text(
    'versioning_configuration.status',
    { default: 'Disabled' },
  );
  return heldBy(
    companion,
    derive(status, word => word === 'Enabled'),
  );
}

function readLifecycle(
  resource: Resource,
  companion: Resource | undefined,
): SettingFact {
  if (companion === undefined)
    return own(
      hasEnabledRule(AttributeReader.of(resource), 'lifecycle_rule', resource),
    );
  return heldBy(
    companion,
    hasEnabledRule(AttributeReader.of(companion), 'rule', companion),
  );
}

function hasEnabledRule(
  reader: AttributeReader,
  path: string,
  holder: Resource,
): FactValue<boolean> {
  const rules = reader.blocks(path);
  const [first] = rules;
  if (first === undefined) {
    const value = reader.get(path);
    return value?.kind === 'unresolved'
      ? unresolved(value.expression, path, value.location)
      : absent(path, holder.location, false, 'none');
  }
  const enabled = rules.find(rule => isEnabled(rule));
  const shown = enabled ?? first;
  return known(
    enabled !== undefined,
    path,
    shown.location,
    enabled ? 'enabled' : 'disabled',
  );
}

function isEnabled(rule: AttributeReader): boolean {
  const status =
    getText(rule.get('status')) ??
    getText(rule.get('Status')) ??
    getText(rule.get('enabled'));
  return status === undefined || /^(Enabled|true)$/.test(status);
}

function readMultipart(
  resource: Resource,
  companion: Resource | undefined,
): SettingFact {
  const holder = companion ?? resource;
  const path = companion ? 'rule' : 'lifecycle_rule';
  const name = companion
    ? 'abort_incomplete_multipart_upload'
    : 'abort_incomplete_multipart_upload_days';
  const value = findAbort(holder, path, name);
  return companion ? heldBy(companion, value) : own(value);
}

function findAbort(
  holder: Resource,
  path: string,
  name: string,
): FactValue<boolean> {
  const rule = AttributeReader.of(holder)
    .blocks(path)
    .find(each => isEnabled(each) && each.has(name));
  const value = rule?.get(name);
  return value === undefined
    ? absent(
        name,
        holder.location,
        false,
        'none: unfinished uploads stay for ever',
      )
    : known(true, name, value.location, 'set');
}

function readReplication(
  resource: Resource,
  companion: Resource | undefined,
): SettingFact {
  if (companion !== undefined) {
    return heldBy(
      companion,
      hasEnabledRule(AttributeReader.of(companion), 'rule', companion),
    );
  }
  return own(
    hasEnabledRule(
      AttributeReader.of(resource),
      'replication_configuration.rules',
      resource,
    ),
  );
}

function readStackBucket(resource: Resource): BucketFact {
  const reader = AttributeReader.of(resource);
  const encryption = reader.get('BucketEncryption');
  return {
    ...toSubjectFact(resource),
    encryptedAtRest:
      encryption === undefined
        ? own(
            absent('BucketEncryption', resource.location, true, 'AES256'),
            ENCRYPTION_NOTE,
          )
        : own(known(true, 'BucketEncryption', encryption.location, 'set')),
    pointInTimeRecovery: own(
      derive(
        reader.text('VersioningConfiguration.Status', { default: 'Suspended' }),
        word => word === 'Enabled',
      ),
    ),
    publicAccess: [
      ...FLAGS.map(([aspect, , name]) => ({
        aspect,
        setting: own(
          reader.boolean(`PublicAccessBlockConfiguration.${name}`, {
            default: false,
          }),
        ),
      })),
      {
        aspect: 'acl' as const,
        setting: own(
          derive(
            reader.text('AccessControl', { default: 'Private' }),
            isClosedAcl,
          ),
        ),
      },
    ],
    hasLifecycle: own(
      hasEnabledRule(reader, 'LifecycleConfiguration.Rules', resource),
    ),
    abortsMultipartUploads: own(
      findAbort(
        resource,
        'LifecycleConfiguration.Rules',
        'AbortIncompleteMultipartUpload',
      ),
    ),
    multiRegion: own(
      hasEnabledRule(reader, 'ReplicationConfiguration.Rules', resource),
    ),
  };
}
