import { maskValue } from '../../commands/maskSecrets';
import type { DockerfileInstruction } from '../../../parsers/dockerfile';
import type { ContainerStageFact } from '../../types/containers';
import type { FactValue, Location } from '../../value';
import { expandVariables, type Variables } from './expandVariables';
import {
  readCopies,
  readHealthcheck,
  readPorts,
  readRun,
  readUser,
} from './readInstructions';
import { readPairs, type VariablePair } from './readPairs';

interface StageDraft {
  readonly from: DockerfileInstruction;
  readonly instructions: DockerfileInstruction[];
}

/** Build stages of a Dockerfile, with `ARG` defaults put in. */
export function readStages(
  path: string,
  instructions: readonly DockerfileInstruction[],
): readonly ContainerStageFact[] {
  const drafts: StageDraft[] = [];
  const globals = new Map<string, string | undefined>();
  for (const instruction of instructions) {
    const draft = drafts.at(-1);
    if (instruction.keyword === 'FROM')
      drafts.push({ from: instruction, instructions: [] });
    else if (draft) draft.instructions.push(instruction);
    else if (instruction.keyword === 'ARG')
      for (const pair of readPairs(instruction)) addPair(globals, pair);
  }
  const stages: ContainerStageFact[] = [];
  drafts.forEach((draft, index) => {
    stages.push(
      readStage({
        path,
        draft,
        index,
        globals,
        earlier: stages,
        isLast: index === drafts.length - 1,
      }),
    );
  });
  return stages;
}

interface StageInput {
  readonly path: string;
  readonly draft: StageDraft;
  readonly index: number;
  readonly globals: Variables;
  readonly earlier: readonly ContainerStageFact[];
  readonly isLast: boolean;
}

function readStage(input: StageInput): ContainerStageFact {
  const { path, draft, index, earlier } = input;
  const { from } = draft;
  const [written = '', keyword = '', name] = from.text
    .replace(/[\\`]\n/g, ' ')
    .trim()
    .split(/\s+/);
  const location = locate(path, from);
  const { text, isComplete } = expandVariables(
    written.replace(/^["']|["']$/g, ''),
    input.globals,
  );
  const base = findStage(earlier, text);
  const variables = new Map<string, string | undefined>();
  const pairs = draft.instructions.flatMap(instruction =>
    readVariables(path, instruction, variables, input.globals),
  );
  const last = draft.instructions.at(-1);
  return {
    index,
    ...(/^as$/i.test(keyword) && name !== undefined && { name }),
    baseKind: getBaseKind(text, base),
    image: getImage(written, text, isComplete, location),
    from: location,
    location: { ...location, endLine: last?.endLine ?? location.endLine },
    isLast: input.isLast,
    run: draft.instructions
      .filter(isRun)
      .flatMap(instruction => readRun(path, instruction)),
    user: readUser(path, draft.instructions, variables) ??
      base?.user ?? { state: 'absent', setting: 'USER', location },
    exposedPorts: [
      ...(base?.exposedPorts ?? []),
      ...readPorts(path, draft.instructions, variables),
    ],
    variables: pairs,
    healthcheck: readHealthcheck(path, draft.instructions) ??
      base?.healthcheck ?? {
        state: 'absent',
        setting: 'HEALTHCHECK',
        location,
      },
    copies: readCopies(path, draft.instructions),
  };
}

function isRun(instruction: DockerfileInstruction): boolean {
  return (
    instruction.keyword === 'RUN' || /^RUN\s/i.test(getOnBuild(instruction))
  );
}

function getOnBuild(instruction: DockerfileInstruction): string {
  return instruction.keyword === 'ONBUILD' ? instruction.text.trim() : '';
}

function getBaseKind(
  text: string,
  base: ContainerStageFact | undefined,
): ContainerStageFact['baseKind'] {
  if (base) return 'stage';
  return text.toLowerCase() === 'scratch' ? 'scratch' : 'image';
}

function findStage(
  stages: readonly ContainerStageFact[],
  name: string,
): ContainerStageFact | undefined {
  return (
    stages.find(stage => stage.name?.toLowerCase() === name.toLowerCase()) ??
    (/^\d+$/.test(name) ? stages[Number(name)] : undefined)
  );
}

function getImage(
  written: string,
  text: string,
  isComplete: boolean,
  location: Location,
): FactValue<string> {
  if (!isComplete)
    return { state: 'unresolved', expression: text, setting: 'FROM', location };
  return {
    state: 'known',
    value: text,
    setting: 'FROM',
    location,
    ...(written !== text && { text: `${written} (${text})` }),
  };
}

function readVariables(
  path: string,
  instruction: DockerfileInstruction,
  variables: Map<string, string | undefined>,
  globals: Variables,
): ContainerStageFact['variables'] {
  const { keyword } = instruction;
  if (keyword !== 'ENV' && keyword !== 'ARG') return [];
  return readPairs(instruction).map(pair => {
    const inherited =
      keyword === 'ARG' && pair.value === undefined
        ? globals.get(pair.name)
        : undefined;
    addPair(variables, { ...pair, value: pair.value ?? inherited });
    return {
      instruction: keyword,
      name: pair.name,
      ...(pair.value !== undefined && {
        value: maskValue(pair.name, pair.value),
      }),
      location: { path, startLine: pair.line, endLine: pair.line },
    };
  });
}

function addPair(
  variables: Map<string, string | undefined>,
  { name, value }: VariablePair,
): void {
  if (value === undefined) {
    if (!variables.has(name)) variables.set(name, undefined);
    return;
  }
  const expanded = expandVariables(value, variables);
  variables.set(name, expanded.isComplete ? expanded.text : undefined);
}

/** Lines of an instruction. */
export function locate(
  path: string,
  instruction: DockerfileInstruction,
): Location {
  return {
    path,
    startLine: instruction.startLine,
    endLine: instruction.endLine,
  };
}
