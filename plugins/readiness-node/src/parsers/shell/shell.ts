import type { Parser } from '../parser';
import {
  tokenizeShell,
  type ShellSubstitution,
  type ShellToken,
} from './lexer';

/** One simple command of a script. */
export interface ShellCommand {
  /** Name and arguments, without quotes; expansions as written. */
  readonly words: readonly string[];
  /** As written on one line, with assignments and redirections. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  /** `NAME=value` before the command. */
  readonly assignments: readonly string[];
  /** Files written by `>` and read by `<`. */
  readonly redirections: readonly ShellRedirection[];
  /** Commands joined by pipes have the same number. */
  readonly pipeline: number;
  /** Its failure doesn't stop the script: `|| true`, `set +e`. */
  readonly isFailureIgnored: boolean;
  /** Commands inside `$(…)`, backticks, `<(…)`. */
  readonly substitutions: readonly ShellCommand[];
  /** Text between `<<EOF` and `EOF`. */
  readonly heredoc?: ShellSubstitution;
}

export interface ShellRedirection {
  readonly operator: string;
  readonly target: string;
}

const KEYWORDS = new Set([
  'if',
  'then',
  'elif',
  'else',
  'while',
  'until',
  'do',
  '{',
  '}',
  '!',
  'time',
  'fi',
  'done',
  'esac',
]);
const HEADERS = new Set(['for', 'case', 'select', 'function', 'in']);
const BOUNDARIES = new Set(['&&', '||', ';', ';;', '|', '|&', '&', '(', ')']);
const HARMLESS = new Set(['true', ':', 'echo', 'printf', '/bin/true']);
const MAXIMUM_DEPTH = 4;
const MAXIMUM_LENGTH = 200_000;

/** Commands of a shell script, in order. */
export function parseShell(
  text: string,
  firstLine = 1,
  depth = 0,
): readonly ShellCommand[] {
  if (depth > MAXIMUM_DEPTH) return [];
  const tokens = tokenizeShell(text.slice(0, MAXIMUM_LENGTH), firstLine);
  return markIgnored(readCommands(tokens, depth), /\$\?|PIPESTATUS/.test(text));
}

/** Commands and those inside their substitutions. */
export function flattenShell(
  commands: readonly ShellCommand[],
): readonly ShellCommand[] {
  return commands.flatMap(command => [
    command,
    ...flattenShell(command.substitutions),
  ]);
}

/** Shell scripts as a parser. */
export const shellParser: Parser<readonly ShellCommand[]> = {
  id: 'shell',
  parse: text => ({ tree: flattenShell(parseShell(text)), failures: [] }),
};

interface OpenCommand {
  readonly command: ShellCommand;
  /** Operator after the command. */
  readonly followedBy: string;
}

function readCommands(
  tokens: readonly ShellToken[],
  depth: number,
): readonly OpenCommand[] {
  const commands: OpenCommand[] = [];
  let pending: ShellToken[] = [];
  let pipeline = 0;
  let parentheses = 0;
  const close = (operator: string) => {
    const isCasePattern = operator === ')' && parentheses <= 0;
    const command = isCasePattern
      ? undefined
      : buildCommand(pending, pipeline, depth);
    pending = [];
    if (command) commands.push({ command, followedBy: operator });
    else attachOperator(commands, operator);
    if (operator !== '|' && operator !== '|&') pipeline += 1;
  };
  for (const token of tokens) {
    const isBoundary =
      token.kind === 'newline' ||
      (token.kind === 'operator' && BOUNDARIES.has(token.text));
    if (!isBoundary) {
      pending.push(token);
      continue;
    }
    if (
      token.kind === 'newline' &&
      pending.length === 0 &&
      isJoined(commands.at(-1))
    )
      continue;
    close(token.text);
    if (token.text === '(') parentheses += 1;
    if (token.text === ')') parentheses = Math.max(0, parentheses - 1);
  }
  close('\n');
  return commands;
}

function isJoined(last: OpenCommand | undefined): boolean {
  return last !== undefined && /^(&&|\|\||\||\|&)$/.test(last.followedBy);
}

function attachOperator(commands: OpenCommand[], operator: string): void {
  const last = commands.at(-1);
  if (last?.followedBy === ')' && operator !== ')' && operator !== '(') {
    commands[commands.length - 1] = { ...last, followedBy: operator };
  }
}

function buildCommand(
  tokens: readonly ShellToken[],
  pipeline: number,
  depth: number,
): ShellCommand | undefined {
  const words: ShellToken[] = [];
  const redirections: ShellRedirection[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token?.kind === 'operator') {
      if (next?.kind === 'word')
        redirections.push({ operator: token.text, target: next.value });
      index += 1;
    } else if (token && !(/^\d$/.test(token.text) && next?.kind === 'operator'))
      words.push(token);
  }
  while (words[0] && KEYWORDS.has(words[0].text)) words.shift();
  const assignments: string[] = [];
  const inner = tokens.flatMap(token => token.substitutions);
  while (words[0] && /^[A-Za-z_]\w*\+?=/.test(words[0].text))
    assignments.push(words.shift()?.value ?? '');
  const first = tokens[0];
  if (first === undefined || (words[0] && HEADERS.has(words[0].text)))
    return undefined;
  if (words.length === 0 && inner.length === 0) return undefined;
  const heredoc = tokens.find(token => token.heredoc)?.heredoc;
  return {
    words: words.map(word => word.value),
    text: tokens
      .map(token => token.text.replace(/\\?\s*\n\s*/g, ' '))
      .join(' '),
    line: (words[0] ?? first).line,
    endLine: tokens.at(-1)?.endLine ?? first.endLine,
    assignments,
    redirections,
    pipeline,
    isFailureIgnored: false,
    substitutions: inner.flatMap(script =>
      parseShell(script.text, script.line, depth + 1),
    ),
    ...(heredoc && { heredoc }),
  };
}

/** Marks commands before `|| true` and between `set +e` and `set -e`. */
function markIgnored(
  open: readonly OpenCommand[],
  asksStatus: boolean,
): readonly ShellCommand[] {
  const ignored = new Set<number>();
  let isErrorExitOff = false;
  open.forEach(({ command }, index) => {
    const [name, flag] = command.words;
    if (name === 'set' && flag !== undefined && /^\+\w*e/.test(flag))
      isErrorExitOff = true;
    else if (name === 'set' && flag !== undefined && /^-\w*e/.test(flag))
      isErrorExitOff = false;
    else if (isErrorExitOff && !asksStatus && index < open.length - 1)
      ignored.add(index);
    if (isHarmless(command) && open[index - 1]?.followedBy === '||')
      markList(open, index - 1, ignored);
  });
  return open.map(({ command }, index) =>
    ignored.has(index) ? { ...command, isFailureIgnored: true } : command,
  );
}

function markList(
  open: readonly OpenCommand[],
  last: number,
  ignored: Set<number>,
): void {
  ignored.add(last);
  for (let index = last - 1; index >= 0 && isJoined(open[index]); index -= 1)
    ignored.add(index);
}

function isHarmless(command: ShellCommand): boolean {
  const [name, argument] = command.words;
  if (name === 'exit') return argument === '0';
  return name !== undefined && HARMLESS.has(name);
}
