import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { completeRef, findRelation, toText } from './describeTarget';

/** A group, system or domain, as targets are shown under it. */
export interface GroupingDescription {
  readonly entityRef: string;
  readonly uid: string;
  readonly kind: string;
  readonly title: string;
  readonly parent?: string;
  readonly domain?: string;
  readonly contacts: readonly string[];
}

export function describeGrouping(entity: Entity): GroupingDescription {
  const { kind, metadata } = entity;
  const spec = { ...entity.spec };
  const parent =
    findRelation(entity, RELATION_CHILD_OF, 'group') ??
    completeRef(entity, spec.parent, 'group');
  const domain =
    findRelation(entity, RELATION_PART_OF, 'domain') ??
    completeRef(entity, spec.domain, 'domain');
  const isGroup = kind.toLowerCase() === 'group';
  const isSystem = kind.toLowerCase() === 'system';
  return {
    entityRef: stringifyEntityRef(entity),
    uid: metadata.uid ?? '',
    kind,
    title:
      toText(metadata.title) ??
      toText(getProfile(entity).displayName) ??
      metadata.name,
    ...(isGroup && parent !== undefined && { parent }),
    ...(isSystem && domain !== undefined && { domain }),
    contacts: listContacts(entity),
  };
}

const CHAT =
  /slack|teams|chat|zulip|mattermost|discord|on-?call|pager|opsgenie/i;

/** Mail addresses, chat channels and pagers of a group or user. */
export function listContacts(entity: Entity): readonly string[] {
  const { annotations = {}, links = [] } = entity.metadata;
  const email = toText(getProfile(entity).email);
  return [
    ...(email === undefined ? [] : [email]),
    ...Object.entries(annotations)
      .filter(([key]) => CHAT.test(key))
      .map(([, value]) => value),
    ...links
      .filter(
        ({ url, title = '', type = '' }) =>
          /^mailto:/.test(url) ||
          [url, title, type].some(text => CHAT.test(text)),
      )
      .map(({ url }) => url),
  ];
}

function getProfile(entity: Entity): {
  readonly email?: unknown;
  readonly displayName?: unknown;
} {
  const profile = entity.spec?.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    !Array.isArray(profile)
    ? profile
    : {};
}
