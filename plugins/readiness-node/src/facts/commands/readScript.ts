import { parseShell, type ShellCommand } from '../../parsers/shell/shell';
import type { CommandFact } from '../types/commands';
import type { Location } from '../value';
import { classifyCommand } from './classifyCommand';
import { maskSecrets, maskWords } from './maskSecrets';
import { unwrapCommand } from './unwrapCommand';

/** Where a script stands. */
export interface ScriptPlace {
  readonly path: string;
  /** Line of the file the script's first line is on. */
  readonly firstLine: number;
  /** Lines past this one don't exist (folded YAML). */
  readonly lastLine?: number;
  /** Command of the pipeline that led here. */
  readonly via?: string;
}

const TEXT_LIMIT = 400;
const COMMAND_LIMIT = 2_000;

/** A command given as a list of words (`CMD ["npm", "test"]`). */
export function readWords(
  words: readonly string[],
  location: Location,
): CommandFact {
  const { purposes, tool } = classifyCommand(words);
  return {
    words: maskWords(words),
    text: showText(words.join(' ')),
    location,
    purposes,
    ...(tool !== '' && { tool }),
    isFailureIgnored: false,
    pipeline: 0,
    writes: [],
  };
}

class ScriptReader {
  readonly facts: CommandFact[] = [];
  private pipelineOffset = 0;

  constructor(private readonly place: ScriptPlace) {}

  read(
    commands: readonly ShellCommand[],
    insideOf: string | undefined,
    isIgnored: boolean,
  ): void {
    const offset = this.pipelineOffset;
    this.pipelineOffset +=
      1 + Math.max(0, ...commands.map(command => command.pipeline));
    for (const command of commands) {
      if (this.facts.length >= COMMAND_LIMIT) return;
      const ignored = isIgnored || command.isFailureIgnored;
      if (command.words.length > 0)
        this.facts.push(this.toFact(command, offset, insideOf, ignored));
      this.read(command.substitutions, command.text, ignored);
      for (const script of getInnerScripts(command)) {
        this.read(parseShell(script.text, script.line, 1), insideOf, ignored);
      }
    }
  }

  private toFact(
    command: ShellCommand,
    offset: number,
    insideOf: string | undefined,
    isFailureIgnored: boolean,
  ): CommandFact {
    const { purposes, tool } = classifyCommand(command.words);
    return {
      words: maskWords(command.words),
      text: showText(command.text),
      location: this.locate(command),
      purposes,
      ...(tool !== '' && { tool }),
      isFailureIgnored,
      pipeline: offset + command.pipeline,
      ...(insideOf !== undefined && {
        insideOf: showText(insideOf),
      }),
      writes: command.redirections
        .filter(({ operator }) => operator.startsWith('>'))
        .map(({ target }) => target),
      ...(this.place.via !== undefined && { via: this.place.via }),
    };
  }

  private locate(command: ShellCommand): Location {
    const last = this.place.lastLine ?? Number.MAX_SAFE_INTEGER;
    return {
      path: this.place.path,
      startLine: Math.min(command.line, last),
      endLine: Math.min(Math.max(command.line, command.endLine), last),
    };
  }
}

/** `bash -c '…'`, `ssh host '…'` stays one command, `bash <<EOF`. */
function getInnerScripts(
  command: ShellCommand,
): readonly { text: string; line: number }[] {
  const scripts = unwrapCommand(command.words).scripts.map(text => ({
    text,
    line: command.line,
  }));
  const isShell = /^(sudo )?(sh|bash|zsh|ssh|su)\b/.test(
    command.words.join(' '),
  );
  return command.heredoc && isShell ? [...scripts, command.heredoc] : scripts;
}

/** Classified commands of a shell script, those inside others after them. */
export function readScript(
  text: string,
  place: ScriptPlace,
): readonly CommandFact[] {
  const reader = new ScriptReader(place);
  reader.read(parseShell(text, place.firstLine), undefined, false);
  return reader.facts;
}

/** A command as people may see it: short, and without what looks secret. */
function showText(text: string): string {
  return maskSecrets(text).slice(0, TEXT_LIMIT);
}
