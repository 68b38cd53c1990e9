import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { BucketFact } from '../../types/dataStores';
import type { FactValue, Location } from '../../value';
import {
  anyOf,
  byDefault,
  derive,
  heldBy,
  known,
  own,
  textsAt,
} from './settings';
import { ENCRYPTION_NOTE } from './googleDatabases';

const BUCKET_MEMBERS = [
  'google_storage_bucket_iam_member',
  'google_storage_bucket_iam_binding',
  'google_storage_bucket_access_control',
];

const MEMBER_ATTRIBUTES = ['member', 'members', 'entity'];

export function readBucket(
  resource: Resource,
  resources: ResourceIndex,
): BucketFact {
  const reader = AttributeReader.of(resource);
  const open = resources
    .companions(resource, BUCKET_MEMBERS, 'bucket', 'name')
    .find(isOpenToAll);
  const prevention = derive(
    reader.text('public_access_prevention', { default: 'inherited' }),
    word => word === 'enforced',
  );
  const lifecycle = reader.blocks('lifecycle_rule')[0];
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(resource, 'encryption', ENCRYPTION_NOTE),
    pointInTimeRecovery: own(
      reader.boolean('versioning.enabled', { default: false }),
    ),
    publicAccess: [
      { setting: own(prevention) },
      ...(open
        ? [
            {
              aspect: 'members' as const,
              setting: heldBy(
                open,
                known(false, 'member', getMemberLocation(open), 'allUsers'),
              ),
            },
          ]
        : []),
    ],
    hasLifecycle: own(
      lifecycle === undefined
        ? reader.presence('lifecycle_rule')
        : known(true, 'lifecycle_rule', lifecycle.location, 'set'),
    ),
    multiRegion: own(readPlace(reader)),
  };
}

function isOpenToAll(companion: Resource): boolean {
  return MEMBER_ATTRIBUTES.some(name =>
    textsAt(companion, name).some(isEverybody),
  );
}

function isEverybody(member: string): boolean {
  return member === 'allUsers' || member === 'allAuthenticatedUsers';
}

function getMemberLocation(companion: Resource): Location {
  const reader = AttributeReader.of(companion);
  const value = MEMBER_ATTRIBUTES.map(name => reader.get(name)).find(
    found => found !== undefined,
  );
  return value?.location ?? companion.location;
}

function readPlace(reader: AttributeReader): FactValue<boolean> {
  const place = reader.text('location', { default: 'US' });
  const dual = reader.presence('custom_placement_config');
  return anyOf(
    derive(place, location =>
      /^(us|eu|asia|nam4|eur4|eur5|eur7|eur8|asia1)$/i.test(location),
    ),
    dual,
  );
}
