import type { DockerfileInstruction } from '../../../parsers/dockerfile';
import { tokenizeShell } from '../../../parsers/shell/lexer';
import { readScript, readWords } from '../../commands/readScript';
import type { CommandFact } from '../../types/commands';
import type {
  CommandLineFact,
  ContainerCopyFact,
  ExposedPortFact,
} from '../../types/containers';
import type { FactValue, Location } from '../../value';
import { expandVariables, type Variables } from './expandVariables';

type Instructions = readonly DockerfileInstruction[];

/** Commands of a `RUN`, in shell form, JSON form or as a heredoc. */
export function readRun(
  path: string,
  instruction: DockerfileInstruction,
): readonly CommandFact[] {
  const location = locate(path, instruction);
  if (instruction.words) return [readWords(instruction.words, location)];
  const text = instruction.text.replace(/^(\s*)RUN\s/i, '$1');
  const place = {
    path,
    firstLine: instruction.startLine,
    lastLine: instruction.endLine,
  };
  const heredoc =
    /^\s*<<-?(["']?)(\w+)\1[ \t]*\n([\s\S]*?)(?:\n[ \t]*\2[ \t]*)?\s*$/.exec(
      text,
    );
  if (!heredoc) return readScript(text, place);
  const body = heredoc[3] ?? '';
  const isShell =
    !/^\s*#!/.test(body) || /^\s*#!.*\b(ba|z|da|a)?sh\b/.test(body);
  return isShell
    ? readScript(body, { ...place, firstLine: instruction.startLine + 1 })
    : [];
}

/** The last `USER`. */
export function readUser(
  path: string,
  instructions: Instructions,
  variables: Variables,
): FactValue<string> | undefined {
  const instruction = findLast(instructions, 'USER');
  if (instruction === undefined) return undefined;
  const location = locate(path, instruction);
  const { text, isComplete } = expandVariables(
    instruction.text.trim().replace(/^["']|["']$/g, ''),
    variables,
  );
  return isComplete
    ? { state: 'known', value: text, setting: 'USER', location }
    : { state: 'unresolved', expression: text, setting: 'USER', location };
}

/** Ports of `EXPOSE`. */
export function readPorts(
  path: string,
  instructions: Instructions,
  variables: Variables,
): readonly ExposedPortFact[] {
  return instructions
    .filter(({ keyword }) => keyword === 'EXPOSE')
    .flatMap(instruction =>
      splitWords(instruction).map(word => {
        const { text } = expandVariables(word, variables);
        const port = /^(\d+)(\/\w+)?$/.exec(text)?.[1];
        return {
          text,
          ...(port !== undefined && { port: Number(port) }),
          location: locate(path, instruction),
        };
      }),
    );
}

/** The last `HEALTHCHECK`. */
export function readHealthcheck(
  path: string,
  instructions: Instructions,
): FactValue<string> | undefined {
  const instruction = findLast(instructions, 'HEALTHCHECK');
  if (instruction === undefined) return undefined;
  const value = instruction.text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^CMD /i, '');
  return {
    state: 'known',
    value,
    setting: 'HEALTHCHECK',
    location: locate(path, instruction),
  };
}

/** `COPY` and `ADD`. */
export function readCopies(
  path: string,
  instructions: Instructions,
): readonly ContainerCopyFact[] {
  return instructions.flatMap(instruction => {
    const { keyword, flags } = instruction;
    if (keyword !== 'COPY' && keyword !== 'ADD') return [];
    const words = instruction.words ?? splitWords(instruction);
    const target = words.at(-1);
    if (target === undefined) return [];
    return [
      {
        instruction: keyword,
        ...(flags.from !== undefined && { from: flags.from }),
        ...(flags.checksum !== undefined && { checksum: flags.checksum }),
        sources: words.slice(0, -1),
        target,
        location: locate(path, instruction),
      },
    ];
  });
}

/** The last `CMD` or `ENTRYPOINT` as words. */
export function readCommandLine(
  path: string,
  instructions: Instructions,
  keyword: string,
): CommandLineFact | undefined {
  const instruction = findLast(instructions, keyword);
  if (instruction === undefined) return undefined;
  return {
    words: instruction.words ?? splitWords(instruction),
    location: locate(path, instruction),
  };
}

function splitWords(instruction: DockerfileInstruction): readonly string[] {
  return tokenizeShell(instruction.text, instruction.startLine)
    .filter(token => token.kind === 'word')
    .map(token => token.value);
}

function findLast(
  instructions: Instructions,
  keyword: string,
): DockerfileInstruction | undefined {
  return instructions
    .filter(instruction => instruction.keyword === keyword)
    .at(-1);
}

function locate(path: string, instruction: DockerfileInstruction): Location {
  return {
    path,
    startLine: instruction.startLine,
    endLine: instruction.endLine,
  };
}
