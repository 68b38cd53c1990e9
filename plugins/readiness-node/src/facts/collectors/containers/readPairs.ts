import { tokenizeShell } from '../../../parsers/shell/lexer';
import type { DockerfileInstruction } from '../../../parsers/dockerfile';

export interface VariablePair {
  readonly name: string;
  readonly value: string | undefined;
  readonly line: number;
}

/** Names and values of `ENV` and `ARG`, also of the old `ENV NAME value`. */
export function readPairs(
  instruction: DockerfileInstruction,
): readonly VariablePair[] {
  const words = tokenizeShell(instruction.text, instruction.startLine).filter(
    token => token.kind === 'word',
  );
  const [first, ...rest] = words;
  if (first === undefined) return [];
  if (instruction.keyword === 'ENV' && !first.value.includes('=')) {
    const value = rest.map(token => token.value).join(' ');
    return [{ name: first.value, value, line: first.line }];
  }
  return words.map(({ value: word, line }) => {
    const equals = word.indexOf('=');
    return equals < 0
      ? { name: word, value: undefined, line }
      : { name: word.slice(0, equals), value: word.slice(equals + 1), line };
  });
}
