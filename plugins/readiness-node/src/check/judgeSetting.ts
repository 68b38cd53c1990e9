import type { Finding } from 'backstage-plugin-readiness-common';
import type { SettingFact } from '../facts/types/dataStores';
import { judge, type Subject } from './judge';

/**
 * How a setting reads in one resource type, and the rules of other scanners
 * that ask the same of it.
 *
 * @public
 */
export interface SettingWords {
  /** The setting that passes: `multi_az = true`. */
  readonly expected: string;
  readonly rules?: readonly string[];
}

/** By resource type. @public */
export type SettingTable = Readonly<Record<string, SettingWords | undefined>>;

/** A subject that says what it is. @public */
export interface TypedSubject extends Subject {
  readonly type: string;
}

/** What {@link judgeSetting} holds a setting against. @public */
export interface SettingJudgement<T> {
  readonly aspect?: string;
  readonly table: SettingTable;
  /** Said of types the table doesn't name. */
  readonly expected: string;
  /** Passes when true by default. */
  passes?(value: T): boolean | 'partial';
  note?(value: T): string | undefined;
}

/**
 * Judges one setting of a store. The subject is the companion that holds the
 * setting, else the store; rules and the expected setting go by its type.
 *
 * @public
 */
export function judgeSetting<T>(
  store: TypedSubject,
  setting: SettingFact<T>,
  judgement: SettingJudgement<T>,
): Finding {
  const subject = setting.holder ?? store;
  const words = judgement.table[subject.type];
  const finding = judge(subject, setting.value, {
    ...(judgement.aspect !== undefined && { aspect: judgement.aspect }),
    expected: words?.expected ?? judgement.expected,
    rules: words?.rules ?? [],
    passes: value => (judgement.passes ?? isTrue)(value),
    note: value => judgement.note?.(value),
    ...describeAbsence(setting),
  });
  return setting.note === undefined
    ? finding
    : { ...finding, message: `${finding.message}; ${setting.note}` };
}

/** What is not there at all has no default to name. */
function describeAbsence<T>({ absence, value }: SettingFact<T>): {
  readonly absentMessage?: string;
} {
  if (absence !== undefined) return { absentMessage: absence };
  if (value.state !== 'absent' || value.text?.startsWith('none') !== true) {
    return {};
  }
  return {
    absentMessage: `No ${value.setting}${value.text.slice('none'.length)}`,
  };
}

/** The rules a table names, for `knownAs`. @public */
export function listRules(
  ...tables: readonly SettingTable[]
): readonly string[] {
  const rules = tables.flatMap(table =>
    Object.values(table).flatMap(words => words?.rules ?? []),
  );
  return [...new Set(rules)];
}

function isTrue(value: unknown): boolean {
  return value === true;
}
