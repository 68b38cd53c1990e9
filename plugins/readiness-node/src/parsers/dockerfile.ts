import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import type { Parser, ParseResult } from './parser';

/** Instructions of a Dockerfile, in order, with lines. */
export interface DockerfileTree {
  readonly instructions: readonly DockerfileInstruction[];
}

export interface DockerfileInstruction {
  /** In upper case: `FROM`. */
  readonly keyword: string;
  /** `--from=build` → `{ from: 'build' }`. */
  readonly flags: Readonly<Record<string, string>>;
  /** Everything after keyword and flags; comments and flags blanked, lines kept. */
  readonly text: string;
  /** Line of the keyword, counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** Arguments of the JSON form. */
  readonly words?: readonly string[];
}

/** Dockerfiles and Containerfiles; heredocs are part of the instruction's text. */
export const dockerfileParser: Parser<DockerfileTree> = {
  id: 'dockerfile',
  parse: parseDockerfile,
};

function parseDockerfile(text: string): ParseResult<DockerfileTree> {
  const normal = text.replace(/\r\n?/g, '\n');
  const lines = normal.split('\n');
  try {
    const instructions = DockerfileParser.parse(normal)
      .getInstructions()
      .map(instruction => toInstruction(instruction, lines));
    const hasFrom = instructions.some(({ keyword }) => keyword === 'FROM');
    const failures = hasFrom
      ? []
      : [{ message: 'there is no FROM instruction', line: 1 }];
    return { tree: { instructions }, failures };
  } catch (error) {
    return { tree: undefined, failures: [{ message: String(error), line: 1 }] };
  }
}

function toInstruction(
  instruction: Instruction,
  lines: readonly string[],
): DockerfileInstruction {
  const { start, end } = instruction.getRange();
  const keyword = instruction.getKeyword().toUpperCase();
  const own = lines.slice(start.line, end.line + 1);
  own[0] = (own[0] ?? '').slice(start.character + keyword.length);
  const isHeredoc = /<<-?["']?[A-Za-z_]/.test(own[0] ?? '');
  const withoutComments = own.filter(
    (line, index) => index === 0 || isHeredoc || !/^\s*#/.test(line),
  );
  const removed = own.length - withoutComments.length;
  const body = isHeredoc || removed === 0 ? own.join('\n') : blankComments(own);
  const { flags, text } = readFlags(body);
  const words = readJsonWords(text);
  return {
    keyword,
    flags,
    text,
    startLine: start.line + 1,
    endLine: end.line + 1,
    ...(words && { words }),
  };
}

/** Comment lines inside a continued instruction become empty continuations. */
function blankComments(lines: readonly string[]): string {
  return lines
    .map((line, index) => (index > 0 && /^\s*#/.test(line) ? '\\' : line))
    .join('\n');
}

/** Blanks leading `--flag=value`, so that columns and lines stay. */
function readFlags(body: string): {
  flags: Record<string, string>;
  text: string;
} {
  const flags: Record<string, string> = {};
  let text = body;
  for (;;) {
    const match = /^((?:\s|[\\`]\n)*)--([\w.-]+)(?:=("[^"]*"|\S*))?/.exec(text);
    const [all, space, name, value] = match ?? [];
    if (all === undefined || name === undefined) return { flags, text };
    flags[name] = (value ?? 'true').replace(/^"|"$/g, '');
    text = (space ?? '') + text.slice(all.length).replace(/^[ \t]+/, '');
  }
}

function readJsonWords(text: string): readonly string[] | undefined {
  const plain = text.replace(/[\\`]\n/g, ' ').trim();
  if (!plain.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(plain);
    if (!Array.isArray(value)) return undefined;
    return value.every(item => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
