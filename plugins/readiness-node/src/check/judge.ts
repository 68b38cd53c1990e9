import type { Evidence, Finding } from 'backstage-plugin-readiness-common';
import type { FactValue, Location } from '../facts/value';

/** The part of a fact a finding needs: who it is about and where it stands. @public */
export interface Subject {
  readonly subject: string;
  readonly location: Location;
  readonly condition?: string;
}

/** What {@link judge} holds an attribute against. @public */
export interface Judgement<T> {
  readonly aspect?: string;
  readonly rules?: readonly string[];
  /** The setting that passes, in the words of the file's language: `multi_az = true`. */
  readonly expected: string;
  /** `partial`: fails with half the credit. */
  passes(value: T): boolean | 'partial';
  /** A note for passing values (e.g. "1 to 6 days pass with a note"). */
  note?(value: T): string | undefined;
  /** What absence means when the attribute has no default: fails unless said otherwise. */
  readonly absent?: 'pass' | 'fail' | 'unknown' | 'partial';
  /** Replaces the default sentence about absence. */
  readonly absentMessage?: string;
}

/**
 * Judges one attribute of one subject. Known values are put to `passes`,
 * missing ones take the provider's default and the message says so,
 * unresolvable ones are `unknown` with the expression named.
 *
 * @public
 */
export function judge<T>(
  subject: Subject,
  value: FactValue<T>,
  judgement: Judgement<T>,
): Finding {
  switch (value.state) {
    case 'known':
      return judgeKnown(subject, value, judgement);
    case 'unresolved':
      return judgeUnresolved(subject, value, judgement);
    case 'absent':
      return judgeAbsent(subject, value, judgement);
    default:
      throw new TypeError(
        `Unexpected value ${JSON.stringify(value satisfies never)}`,
      );
  }
}

/** @public */
export interface FindingDetails {
  readonly message: string;
  readonly aspect?: string;
  readonly rules?: readonly string[];
  readonly expected?: string;
  readonly actual?: string;
  readonly partial?: boolean;
  /** Lines that prove it; the subject's own lines when left out. */
  readonly at?: readonly Location[];
}

/** A passing finding. @public */
export function pass(subject: Subject, details: FindingDetails): Finding {
  return finding('pass', subject, details);
}

/** A failing finding. @public */
export function fail(subject: Subject, details: FindingDetails): Finding {
  return finding('fail', subject, details);
}

/** A finding nobody can decide from the files. @public */
export function unknown(subject: Subject, details: FindingDetails): Finding {
  return finding('unknown', subject, details);
}

/** Location as evidence. @public */
export function toEvidence(location: Location): Evidence {
  return {
    path: location.path,
    startLine: location.startLine,
    endLine: location.endLine,
    ...(location.repository && { repository: location.repository }),
  };
}

function finding(
  outcome: Finding['outcome'],
  subject: Subject,
  details: FindingDetails,
): Finding {
  return {
    outcome,
    subject: subject.subject,
    ...(details.aspect !== undefined && { aspect: details.aspect }),
    rules: details.rules ?? [],
    partial: outcome === 'fail' && details.partial === true,
    message: details.message,
    ...(details.expected !== undefined && { expected: details.expected }),
    ...(details.actual !== undefined && { actual: details.actual }),
    evidence: (details.at ?? [subject.location]).map(toEvidence),
  };
}

/** Known all the same when whatever it can be leads to the same verdict. */
function judgeUnresolved<T>(
  subject: Subject,
  value: Extract<FactValue<T>, { state: 'unresolved' }>,
  judgement: Judgement<T>,
): Finding {
  const [verdict, ...others] = (value.choices ?? []).map(choice =>
    judgement.passes(choice),
  );
  const isDecided =
    verdict !== undefined && others.every(other => other === verdict);
  const details: FindingDetails = {
    ...pick(judgement),
    message: isDecided
      ? `${value.setting} = ${value.expression}, which is the same either way`
      : `${value.setting} is ${value.expression}, which cannot be resolved`,
    actual: `${value.setting} = ${value.expression}`,
    partial: verdict === 'partial',
    at: [value.location],
  };
  if (!isDecided) return unknown(subject, details);
  return verdict === true ? pass(subject, details) : fail(subject, details);
}

function judgeKnown<T>(
  subject: Subject,
  value: Extract<FactValue<T>, { state: 'known' }>,
  judgement: Judgement<T>,
): Finding {
  const verdict = judgement.passes(value.value);
  const actual = `${value.setting} = ${value.text ?? formatValue(value.value)}`;
  const note = verdict === true ? judgement.note?.(value.value) : undefined;
  const details: FindingDetails = {
    ...pick(judgement),
    message: [
      note ? `${actual}: ${note}` : actual,
      formatVariants(value.variants),
    ]
      .filter(Boolean)
      .join('; '),
    actual,
    partial: verdict === 'partial',
    at: [value.location],
  };
  return verdict === true ? pass(subject, details) : fail(subject, details);
}

function judgeAbsent<T>(
  subject: Subject,
  value: Extract<FactValue<T>, { state: 'absent' }>,
  judgement: Judgement<T>,
): Finding {
  const base = pick(judgement);
  if (value.defaultValue !== undefined) {
    const verdict = judgement.passes(value.defaultValue);
    const written = value.text ?? formatValue(value.defaultValue);
    const details: FindingDetails = {
      ...base,
      message:
        judgement.absentMessage ??
        `${value.setting} is not set; the default is ${written}`,
      actual: `${value.setting} = ${written} (default)`,
      partial: verdict === 'partial',
      at: [value.location],
    };
    return verdict === true ? pass(subject, details) : fail(subject, details);
  }
  const details: FindingDetails = {
    ...base,
    message: judgement.absentMessage ?? `${value.setting} is not set`,
    actual: `${value.setting} is not set`,
    partial: judgement.absent === 'partial',
    at: [value.location],
  };
  switch (judgement.absent) {
    case 'pass':
      return pass(subject, details);
    case 'unknown':
      return unknown(subject, details);
    default:
      return fail(subject, details);
  }
}

function pick<T>(
  judgement: Judgement<T>,
): Pick<FindingDetails, 'aspect' | 'rules' | 'expected'> {
  return {
    ...(judgement.aspect !== undefined && { aspect: judgement.aspect }),
    rules: judgement.rules ?? [],
    expected: judgement.expected,
  };
}

function formatValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatValue).join(', ')}]`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function formatVariants(
  variants: Readonly<Record<string, unknown>> | undefined,
): string {
  if (variants === undefined) return '';
  return Object.entries(variants)
    .map(([environment, value]) => `${environment}: ${formatValue(value)}`)
    .join(', ');
}
