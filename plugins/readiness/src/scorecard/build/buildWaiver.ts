import type { WaiverKind } from 'backstage-plugin-readiness-common';
import { addDays } from '../../format/formatTime';

/** What the dialog asks for. */
export interface WaiverDraft {
  readonly kind: WaiverKind;
  readonly reason: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly until: string;
  readonly link: string;
  /** Empty: the whole check. */
  readonly subjects: readonly string[];
}

/** What is wrong with a draft; the backend has the last word. */
export type WaiverHint =
  | 'reason-too-short'
  | 'reason-placeholder'
  | 'until-required'
  | 'until-past'
  | 'until-too-far'
  | 'link-required'
  | 'link-not-https'
  | 'subjects-required'
  | 'only-not-detected';

/** In the order people choose them. */
export const waiverKinds: readonly WaiverKind[] = [
  'planned',
  'accepted-risk',
  'met-elsewhere',
  'not-applicable',
  'not-detected',
];

/** The configuration's default; an installation may allow less. */
export const USUAL_MAXIMUM_DAYS = 365;

const MINIMUM_REASON = 10;
const PLACEHOLDER =
  /^(todo|tbd|fixme|xxx+|n\/?a|none|later|placeholder|reason|test+|asdf+|lorem ipsum)\b[\s.!:…-]*$/i;

/** Kinds that must end. */
export function needsEnd(kind: WaiverKind): boolean {
  return kind === 'accepted-risk' || kind === 'planned';
}

/** Whether a level may be reached with this kind of waiver. */
export function satisfiesLevel(kind: WaiverKind): boolean {
  return !needsEnd(kind);
}

/** The first problems of a draft, in the order of the fields. */
export function findWaiverHints(
  draft: WaiverDraft,
  now: number,
  isWaivable: boolean,
): readonly WaiverHint[] {
  const hints: WaiverHint[] = [];
  const reason = draft.reason.trim();
  if (!isWaivable && draft.kind !== 'not-detected')
    hints.push('only-not-detected');
  if (!isWaivable && draft.subjects.length === 0)
    hints.push('subjects-required');
  if (PLACEHOLDER.test(reason)) hints.push('reason-placeholder');
  else if ([...reason].length < MINIMUM_REASON) hints.push('reason-too-short');
  hints.push(...findUntilHints(draft, now), ...findLinkHints(draft));
  return hints;
}

/** The annotation to paste under `metadata.annotations`. */
export function buildWaiverYaml(checkId: string, draft: WaiverDraft): string {
  const lines = [
    `readiness/waive.${checkId}: |`,
    `  reason: ${formatScalar(draft.reason.trim().replace(/\s+/g, ' '))}`,
    `  kind: ${draft.kind}`,
  ];
  if (draft.until !== '') lines.push(`  until: ${draft.until}`);
  if (draft.link.trim() !== '') {
    lines.push(`  link: ${formatScalar(draft.link.trim())}`);
  }
  if (draft.subjects.length > 0) {
    lines.push('  subjects:');
    for (const subject of draft.subjects) {
      lines.push(`    - ${formatScalar(subject)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function findUntilHints(
  draft: WaiverDraft,
  now: number,
): readonly WaiverHint[] {
  if (draft.until === '') return needsEnd(draft.kind) ? ['until-required'] : [];
  if (draft.until < addDays(now, 0)) return ['until-past'];
  if (needsEnd(draft.kind) && draft.until > addDays(now, USUAL_MAXIMUM_DAYS)) {
    return ['until-too-far'];
  }
  return [];
}

function findLinkHints(draft: WaiverDraft): readonly WaiverHint[] {
  const link = draft.link.trim();
  if (link === '') {
    return draft.kind === 'met-elsewhere' ? ['link-required'] : [];
  }
  return /^https:\/\/[^\s/]+/i.test(link) ? [] : ['link-not-https'];
}

/** Plain where YAML reads it as that very text, quoted else. */
function formatScalar(text: string): string {
  const isPlain =
    /^[\p{L}][^\n]*$/u.test(text) &&
    !/:(\s|$)|\s#|\s$/.test(text) &&
    !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
