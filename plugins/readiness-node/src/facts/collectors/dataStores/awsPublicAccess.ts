import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { PublicAccessFact } from '../../types/dataStores';
import { absent, derive, heldBy, known, own } from './settings';

export const FLAGS = [
  ['block-public-acls', 'block_public_acls', 'BlockPublicAcls'],
  ['block-public-policy', 'block_public_policy', 'BlockPublicPolicy'],
  ['ignore-public-acls', 'ignore_public_acls', 'IgnorePublicAcls'],
  [
    'restrict-public-buckets',
    'restrict_public_buckets',
    'RestrictPublicBuckets',
  ],
] as const;

/** The four flags: of the companion, of the account, else missing. */
export function readBlock(
  resource: Resource,
  companion: Resource | undefined,
  resources: ResourceIndex,
): readonly PublicAccessFact[] {
  if (companion !== undefined) {
    return readFlags(companion).map(({ aspect, setting }) => ({
      aspect,
      setting: heldBy(companion, setting.value),
    }));
  }
  const [account] = resources.ofType('aws_s3_account_public_access_block');
  if (account !== undefined) {
    return readFlags(account).map(({ aspect, setting }) => ({
      aspect,
      setting: own(
        setting.value,
        `set for the whole account by ${account.address}`,
      ),
    }));
  }
  return FLAGS.map(([aspect, name]) => ({
    aspect,
    setting: own(
      absent(
        name,
        resource.location,
        false,
        'false: no aws_s3_bucket_public_access_block belongs to the bucket',
      ),
    ),
  }));
}

export function readFlags(resource: Resource): readonly PublicAccessFact[] {
  const reader = AttributeReader.of(resource);
  return FLAGS.map(([aspect, name]) => ({
    aspect,
    setting: own(reader.boolean(name, { default: false })),
  }));
}

export function readAcl(
  resource: Resource,
  companion: Resource | undefined,
): PublicAccessFact {
  const holder = companion ?? resource;
  const acl = AttributeReader.of(holder).text('acl', { default: 'private' });
  const value = derive(acl, isClosedAcl);
  const grants = AttributeReader.of(holder).blocks(
    companion ? 'access_control_policy.grant' : 'grant',
  );
  const open = grants.find(grant =>
    /AllUsers|AuthenticatedUsers/.test(
      getText(grant.get('grantee.uri')) ?? getText(grant.get('uri')) ?? '',
    ),
  );
  const judged =
    open === undefined
      ? value
      : known(false, 'grant', open.location, 'AllUsers');
  return {
    aspect: 'acl',
    setting: companion ? heldBy(companion, judged) : own(judged),
  };
}

export function isClosedAcl(acl: string): boolean {
  return !/^(public-read|public-read-write|authenticated-read|PublicRead|PublicReadWrite|AuthenticatedRead)$/.test(
    acl,
  );
}
