import type {
  Problem,
  Waiver,
  WaiverKind,
  WaiverState,
} from 'backstage-plugin-readiness-common';
import { readMapping, type AnnotationValue } from './annotations';
import { addDays, isDay } from './days';
import { isEntityRef } from './entityRefs';
import type { WaiverContext } from './waiverContext';

/** Annotation prefix of waivers; a check or category id follows. @public */
export const WAIVER_ANNOTATION_PREFIX = 'readiness/waive.';

const KEYS = [
  'reason',
  'kind',
  'until',
  'approvedBy',
  'link',
  'entity',
  'subjects',
];
const KINDS: readonly WaiverKind[] = [
  'not-applicable',
  'accepted-risk',
  'met-elsewhere',
  'not-detected',
  'planned',
];
const PLACEHOLDER =
  /^(todo|tbd|fixme|n\/?a|none|unknown|later|wip|test|x+|\.+|-+|\?+|(lorem ipsum|no reason|because|see ticket|not needed|will fix).{0,6})$/i;

/** Waivers that are well written, and the problems of the others. */
export interface WaiverReading {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every `readiness/waive.*` annotation. Whatever is wrong with one makes
 * it a problem and suppresses nothing.
 *
 * @public
 */
export function readWaivers(
  annotations: Readonly<Record<string, string>>,
  context: WaiverContext,
): WaiverReading {
  const waivers: Waiver[] = [];
  const problems: Problem[] = [];
  for (const [key, text] of Object.entries(annotations)) {
    if (!key.startsWith(WAIVER_ANNOTATION_PREFIX)) continue;
    const result = readWaiver(key, text, context);
    if ('problem' in result) {
      problems.push({ ...result.problem, annotation: key });
      continue;
    }
    waivers.push(result.waiver);
    if (result.waiver.state === 'expired') {
      problems.push({
        kind: 'expired-waiver',
        annotation: key,
        message: `${key} expired on ${result.waiver.until}; it suppresses nothing`,
      });
    }
  }
  return { waivers, problems };
}

type Result = { readonly waiver: Waiver } | { readonly problem: Problem };

function readWaiver(key: string, text: string, context: WaiverContext): Result {
  const id = key.slice(WAIVER_ANNOTATION_PREFIX.length);
  if (!context.checkIds.has(id) && !context.categoryIds.has(id)) {
    return invalid(
      `${key} names no check or category; it suppresses nothing`,
      'orphaned-waiver',
    );
  }
  const reading = readMapping(key, text, KEYS, reason =>
    formatMapping(reason, context.today),
  );
  if (reading.kind === 'problem') return invalid(reading.message);
  const fields = readFields(reading.entries);
  const complaint = findComplaint(id, fields, context);
  if (complaint !== undefined) return invalid(`${key}: ${complaint}`);
  const kind = KINDS.find(each => each === fields.kind);
  if (kind === undefined || fields.reason === undefined)
    return invalid(`${key}: kind and reason are needed`);
  return {
    waiver: {
      id,
      kind,
      reason: fields.reason,
      ...(fields.until !== undefined && { until: fields.until }),
      ...(fields.approvedBy !== undefined && { approvedBy: fields.approvedBy }),
      ...(fields.link !== undefined && { link: fields.link }),
      ...(fields.entity !== undefined && { entity: fields.entity }),
      ...(fields.subjects !== undefined && { subjects: fields.subjects }),
      state: getState(id, kind, fields, context),
    },
  };
}

interface Fields {
  readonly reason?: string;
  readonly kind?: string;
  readonly until?: string;
  readonly approvedBy?: string;
  readonly link?: string;
  readonly entity?: string;
  readonly subjects?: readonly string[];
}

function readFields(entries: ReadonlyMap<string, AnnotationValue>): Fields {
  const fields: Record<string, string> = {};
  for (const [name, value] of entries) {
    if (name !== 'subjects' && typeof value === 'string') fields[name] = value;
  }
  const subjects = entries.get('subjects');
  if (subjects === undefined) return fields;
  return {
    ...fields,
    subjects: typeof subjects === 'string' ? [subjects] : subjects,
  };
}

/** What is wrong with a waiver, in words; absent when nothing is. */
function findComplaint(
  id: string,
  fields: Fields,
  context: WaiverContext,
): string | undefined {
  const { reason, kind, until, link } = fields;
  if (reason === undefined || reason.length < 10)
    return 'reason needs at least 10 characters';
  if (PLACEHOLDER.test(reason)) return `reason '${reason}' is a placeholder`;
  if (kind === undefined || !KINDS.some(each => each === kind)) {
    return `kind must be one of ${KINDS.join(', ')}`;
  }
  if (until !== undefined && !isDay(until))
    return `until '${until}' is not a day written YYYY-MM-DD`;
  if (kind === 'accepted-risk' || kind === 'planned') {
    if (until === undefined) return `kind ${kind} needs until`;
    const last = addDays(context.today, context.config.maxDays);
    if (until > last)
      return `until ${until} is more than ${context.config.maxDays} days ahead; the last day is ${last}`;
  }
  if (link !== undefined && !isHttps(link)) return 'link must be an https URL';
  if (
    kind === 'met-elsewhere' &&
    link === undefined &&
    fields.entity === undefined
  ) {
    return 'kind met-elsewhere needs a link, or an entity whose same check passes';
  }
  if (fields.subjects?.some(subject => subject === ''))
    return 'subjects has an empty glob';
  return (
    findReferenceComplaint(fields, context) ??
    findScopeComplaint(id, kind, fields, context)
  );
}

function findReferenceComplaint(
  fields: Fields,
  context: WaiverContext,
): string | undefined {
  for (const name of ['approvedBy', 'entity'] as const) {
    const reference = fields[name];
    if (reference === undefined) continue;
    if (!isEntityRef(reference))
      return `${name} '${reference}' is not a full entity reference like user:default/ana`;
    if (context.hasEntity?.(reference) === false)
      return `${name} '${reference}' does not exist in the catalog`;
  }
  return undefined;
}

function findScopeComplaint(
  id: string,
  kind: string,
  fields: Fields,
  context: WaiverContext,
): string | undefined {
  if (context.categoryIds.has(id)) {
    return kind === 'not-applicable' || kind === 'met-elsewhere'
      ? undefined
      : `a category can be waived only as not-applicable or met-elsewhere`;
  }
  if (!context.unwaivableIds.has(id)) return undefined;
  return kind === 'not-detected' && fields.subjects !== undefined
    ? undefined
    : `${id} takes only kind not-detected, with subjects and approval`;
}

function getState(
  id: string,
  kind: WaiverKind,
  fields: Fields,
  context: WaiverContext,
): WaiverState {
  const { until } = fields;
  if (until !== undefined && until < context.today) return 'expired';
  if (context.unwaivableIds.has(id)) return 'unapproved';
  if (
    kind === 'met-elsewhere' &&
    fields.link === undefined &&
    fields.entity !== undefined
  ) {
    const isMet = context.passesElsewhere?.(fields.entity, id);
    if (isMet === undefined) return 'unapproved';
    if (!isMet) return 'invalid';
  }
  if (
    until !== undefined &&
    until <= addDays(context.today, context.config.expiringDays)
  )
    return 'expiring';
  return 'active';
}

function isHttps(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'https:';
}

function formatMapping(reason: string, today: string): string {
  const words =
    reason === ''
      ? 'Why it is skipped, in at least ten characters'
      : reason.split('\n').join(' ');
  return `reason: ${JSON.stringify(words)}\nkind: planned\nuntil: ${addDays(
    today,
    90,
  )}`;
}

function invalid(
  message: string,
  kind: Problem['kind'] = 'invalid-waiver',
): Result {
  return { problem: { kind, message } };
}
