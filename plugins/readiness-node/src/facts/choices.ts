import type { FactValue, Value } from './value';

type UnresolvedFact<T> = Extract<FactValue<T>, { state: 'unresolved' }>;

/** All that an unresolved value can be, when every one of them converts. */
export function readChoices<T>(
  value: Value,
  convert: (value: string | number | boolean) => T | undefined,
): readonly T[] | undefined {
  if (value.kind !== 'unresolved' || !value.isOneOfCandidates) return undefined;
  const choices: T[] = [];
  for (const candidate of value.candidates ?? []) {
    const converted =
      candidate.kind === 'scalar' && candidate.value !== null
        ? convert(candidate.value)
        : undefined;
    if (converted === undefined) return undefined;
    choices.push(converted);
  }
  return choices.length > 1 ? choices : undefined;
}

/** What nobody can resolve, for a fact of another type. */
export function withoutChoices(
  value: UnresolvedFact<unknown>,
): UnresolvedFact<never> {
  const { choices: _choices, ...rest } = value;
  return rest;
}

/** What nobody can resolve, asked in another way. */
export function mapChoices<A, B>(
  value: UnresolvedFact<A>,
  map: (from: A) => B,
): UnresolvedFact<B> {
  const { choices, ...rest } = value;
  return choices ? { ...rest, choices: choices.map(map) } : rest;
}
