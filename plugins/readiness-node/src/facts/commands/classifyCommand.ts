import type { CommandPurpose, ToolPurpose } from '../types/commands';
import type { CommandRule, DeliveredThing } from './commandRule';
import { buildRules } from './tables/buildRules';
import { deployRules } from './tables/deployRules';
import { infrastructureTestRules } from './tables/infrastructureTestRules';
import { scanRules } from './tables/scanRules';
import { testRules } from './tables/testRules';
import { getProgram, unwrapCommand } from './unwrapCommand';

/** What a command is for. */
export interface CommandClass {
  readonly purposes: readonly CommandPurpose[];
  /** Program the first purpose was told from; empty when nothing is known. */
  readonly tool: string;
  readonly uses: readonly ToolUse[];
  readonly delivers: DeliveredThing;
}

export interface ToolUse {
  readonly purpose: ToolPurpose;
  readonly tool: string;
}

const RULES = indexRules([
  ...testRules,
  ...infrastructureTestRules,
  ...scanRules,
  ...deployRules,
  ...buildRules,
]);
const SCRIPT_NAMES: ReadonlyArray<readonly [RegExp, CommandPurpose]> = [
  [
    /(^|[-_./])(run)?(unit|integration|e2e)?[-_]?(tests?|specs?|e2e)([-_.]|$)/i,
    'test',
  ],
  [/(^|[-_./])(deploy|rollout)(ment)?([-_.]|$)/i, 'deploy'],
  [/(^|[-_./])(publish|release)([-_.]|$)/i, 'release'],
  [/(^|[-_./])(lint|format|fmt)([-_.]|$)/i, 'lint'],
  [/(^|[-_./])(build|compile)([-_.]|$)/i, 'build'],
];
/** Longer arguments are data. */
const TEXT_LIMIT = 2_000;
const NOTHING: CommandClass = {
  purposes: [],
  tool: '',
  uses: [],
  delivers: 'application',
};

/** Classifies a command, whatever wraps it. */
export function classifyCommand(words: readonly string[]): CommandClass {
  const { candidates } = unwrapCommand(words);
  const matches = candidates.flatMap(matchRules);
  if (matches.length === 0) return classifyScriptName(candidates);
  const purposes = [...new Set(matches.flatMap(match => match.rule.purposes))];
  const telling =
    matches.find(match => match.rule.purposes.length > 0) ?? matches[0];
  return {
    purposes: withApplicationApply(purposes, words),
    tool: telling?.tool ?? '',
    uses: matches.flatMap(({ rule, tool }) =>
      rule.use ? [{ purpose: rule.use, tool }] : [],
    ),
    delivers: telling?.rule.delivers ?? 'application',
  };
}

/** Whether a word is the name of a program the tables know. */
export function isKnownProgram(word: string): boolean {
  return RULES.has(getProgram(word));
}

function matchRules(
  words: readonly string[],
): readonly { rule: CommandRule; tool: string }[] {
  const program = getProgram(words[0] ?? '');
  const rules = RULES.get(program);
  if (rules === undefined) return [];
  const text = words.slice(1).map(closeUp).join(' ').slice(0, TEXT_LIMIT);
  return rules
    .filter(
      rule => (rule.arguments?.test(text) ?? true) && !rule.except?.test(text),
    )
    .map(rule => ({ rule, tool: rule.tool ?? nameTool(program, words) }));
}

/** `${{ matrix.stack }}` inside a word is no words of its own. */
function closeUp(word: string): string {
  return word.replace(/\$\{\{[^{}]{0,200}\}\}/g, found =>
    found.replace(/\s+/g, ''),
  );
}

function nameTool(program: string, words: readonly string[]): string {
  const verb = words.find((word, index) => {
    const previous = words[index - 1] ?? '';
    const isValue = previous.startsWith('-') && !previous.includes('=');
    return index > 0 && !isValue && /^[a-z][\w-]*$/.test(word);
  });
  return verb === undefined ? program : `${program} ${verb}`;
}

/** `terraform apply -var image_tag=…` rolls out an application. */
function withApplicationApply(
  purposes: readonly CommandPurpose[],
  words: readonly string[],
): readonly CommandPurpose[] {
  if (!purposes.includes('apply') || purposes.includes('deploy'))
    return purposes;
  const setsVersion = words.some(
    (word, index) =>
      /^-?-?(var=)?\w*(image|app_version|docker|container|git_sha|commit)\w*=/i.test(
        word,
      ) &&
      (/^--?var/.test(word) || /^--?var$/.test(words[index - 1] ?? '')),
  );
  return setsVersion ? [...purposes, 'deploy'] : purposes;
}

function classifyScriptName(
  candidates: readonly (readonly string[])[],
): CommandClass {
  const path = candidates.map(getScriptPath).find(found => found !== undefined);
  if (path === undefined) return NOTHING;
  const purposes = SCRIPT_NAMES.filter(([pattern]) => pattern.test(path)).map(
    ([, purpose]) => purpose,
  );
  return purposes.length === 0
    ? NOTHING
    : { ...NOTHING, purposes: purposes.slice(0, 1), tool: path };
}

/** Path of the script a command runs: `./ci/test.sh`, `bash ci/test.sh`. */
export function getScriptPath(words: readonly string[]): string | undefined {
  const first = words[0] ?? '';
  const isInterpreter =
    /^(sh|bash|zsh|ash|dash|ksh|source|\.|pwsh|powershell|python3?|ruby|node|php|perl)$/.test(
      getProgram(first),
    );
  const path = isInterpreter
    ? words.slice(1).find(word => !word.startsWith('-'))
    : first;
  if (path === undefined || !/^[\w./@-]+$/.test(path)) return undefined;
  const isPath =
    path.includes('/') ||
    /\.(sh|bash|ps1|bat|cmd|py|rb|js|mjs|php|pl)$/.test(path);
  return isPath && (isInterpreter || !/^\/(usr\/)?s?bin\//.test(path))
    ? path.replace(/^\.\//, '')
    : undefined;
}

function indexRules(
  rules: readonly CommandRule[],
): ReadonlyMap<string, readonly CommandRule[]> {
  const index = new Map<string, CommandRule[]>();
  for (const rule of rules) {
    for (const program of rule.programs.split(' ')) {
      const list = index.get(program);
      if (list) list.push(rule);
      else index.set(program, [rule]);
    }
  }
  return index;
}
