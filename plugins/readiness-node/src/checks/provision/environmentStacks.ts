import type { Finding } from 'backstage-plugin-readiness-common';
import {
  findCommandPlaces,
  pass,
  type CheckContext,
  type Subject,
} from '../../check';
import type { CommandFact } from '../../facts/types/commands';
import { ENVIRONMENT } from './environmentFolders';

/** Commands that deploy into an environment, and the option that names it. */
const COMMANDS: readonly {
  readonly command: RegExp;
  readonly kind: string;
  readonly option: RegExp;
}[] = [
  {
    command: /^(terraform|tofu|terragrunt)\b.*\bworkspace\s+(select|new)\b/,
    kind: 'Terraform workspaces',
    option: /\bworkspace\s+(?:select|new)\s+(?:-\S+\s+)*(\S+)/,
  },
  {
    command: /^sam\s+deploy\b/,
    kind: 'SAM stacks',
    option: /--(?:config-env|stack-name)[ =](\S+)/,
  },
  {
    command: /^(serverless|sls)\s+deploy\b/,
    kind: 'Serverless stages',
    option: /(?:--stage|-s)[ =](\S+)/,
  },
  {
    command: /^pulumi\s+(up|preview|stack\s+select)\b/,
    kind: 'Pulumi stacks',
    option: /(?:--stack|-s|stack\s+select)[ =](\S+)/,
  },
  {
    command: /^aws\s+cloudformation\s+(deploy|create-stack|update-stack)\b/,
    kind: 'CloudFormation stacks',
    option: /--stack-name[ =](\S+)/,
  },
  {
    command: /^cdk\s+deploy\b/,
    kind: 'CDK stages',
    option: /(?:-c|--context)[ =](?:env|stage|environment)=(\S+)/,
  },
];
/** What runs a tool of the project. */
const RUNNER = /^(npx|yarn|pnpm|bunx)\s+(exec\s+|run\s+|dlx\s+|--\S+\s+)*/;
/** `${{ matrix.stage }}` and CircleCI's `<< parameters.stage >>` as one word. */
const EXPRESSION = /(?:\$\{\{|<<)\s*([^}\s>]+)[^}>]*(?:\}\}|>>)/g;
/** A variable that names an environment: another one each time. */
const VARIABLE = /[${%][^/]*(env|stage|matrix|workspace|target|branch)/i;

interface Use {
  readonly place: Subject;
  readonly kind: string;
  readonly name: string;
  readonly command: CommandFact;
}

/** Parameters of two stacks of one template, by file or in `samconfig.toml`. */
export function passStacks({ facts }: CheckContext): Finding[] {
  const stacks = facts.environmentConfigs.filter(
    ({ kind }) => kind === 'stack parameters',
  );
  const names = [...new Set(stacks.map(({ environment }) => environment))];
  if (names.length < 2) return [];
  const files = stacks.filter(
    ({ subject }, index) =>
      stacks.findIndex(each => each.subject === subject) === index,
  );
  return files.map(stack =>
    pass(stack, {
      message: `stack parameters for ${names.join(', ')}`,
      expected: 'two environments or more',
    }),
  );
}

/** Jobs that deploy the same code into several environments. */
export function passEnvironmentCommands({ facts }: CheckContext): Finding[] {
  const uses = findCommandPlaces(facts).flatMap(place =>
    place.commands.flatMap(command => findUse(place, command) ?? []),
  );
  return [...new Set(uses.map(({ kind }) => kind))].flatMap(kind => {
    const members = uses.filter(use => use.kind === kind);
    const names = [...new Set(members.map(({ name }) => name))];
    if (names.length < 2 && !names.some(name => VARIABLE.test(name))) return [];
    return members.map(({ place, command }) =>
      pass(place, {
        message: `${kind} for ${names.join(', ')}`,
        expected: 'two environments or more',
        at: [command.location],
      }),
    );
  });
}

function findUse(place: Subject, command: CommandFact): Use | undefined {
  const text = command.text.replace(RUNNER, '').replace(EXPRESSION, '${$1}');
  const known = COMMANDS.find(each => each.command.test(text));
  const name = known?.option.exec(text)?.[1];
  return known === undefined || name === undefined || !isEnvironment(name)
    ? undefined
    : { place, kind: known.kind, name, command };
}

/** `orders-prod`, `$STAGE`; `network` and `service` are parts, not environments. */
function isEnvironment(name: string): boolean {
  return (
    VARIABLE.test(name) ||
    name.split(/[-_."']/).some(word => ENVIRONMENT.test(word))
  );
}
