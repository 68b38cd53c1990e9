import {
  getYamlEntry,
  getYamlItems,
  getYamlNode,
  yamlParser,
} from '../../parsers/yaml';
import type { FileIndex } from '../fileIndex';
import { joinPath } from '../paths';
import type { CommandFact } from '../types/commands';
import { getScriptPath } from './classifyCommand';
import { readJustfile, readMakefile, type Recipe } from './makefile';
import { getOperands, getOption } from './operands';
import { readScript } from './readScript';
import { readTask } from './taskfile';
import { getProgram, unwrapCommand } from './unwrapCommand';
import { readYamlScript } from './yamlScript';

const DEPTH_LIMIT = 6;
const COMMAND_LIMIT = 400;

interface Found {
  readonly folder: string;
  readonly commands: readonly CommandFact[];
}

/**
 * Follows commands into the repository: `make test`, `npm run e2e`,
 * `task lint`, `./ci/test.sh` give the commands they run. Bounded in depth and
 * number; a loop ends where it began.
 */
export class ScriptResolver {
  private readonly recipes = new Map<string, readonly Recipe[]>();

  constructor(private readonly files: FileIndex) {}

  /** The commands and, after each, those it leads to. */
  expand(
    commands: readonly CommandFact[],
    folder: string,
  ): readonly CommandFact[] {
    const result: CommandFact[] = [];
    this.collect(commands, { folder, depth: 0, seen: new Set(), result });
    return result;
  }

  private collect(commands: readonly CommandFact[], walk: Walk): void {
    let { folder } = walk;
    for (const command of commands) {
      if (walk.result.length >= COMMAND_LIMIT) return;
      const target =
        command.words[0] === 'cd' || command.words[0] === 'pushd'
          ? command.words[1]
          : undefined;
      if (target !== undefined) folder = joinPath(folder, target) ?? folder;
      walk.result.push(command);
      if (walk.depth < DEPTH_LIMIT) this.follow(command, { ...walk, folder });
    }
  }

  private follow(command: CommandFact, walk: Walk): void {
    for (const words of unwrapCommand(command.words).candidates) {
      const key = `${walk.folder}\n${words.join(' ')}`;
      if (walk.seen.has(key)) return;
      const found = this.resolve(words, walk.folder);
      if (found === undefined) continue;
      const via = command.via ?? command.text;
      const inner = found.commands.map(each => ({
        ...each,
        via,
        isFailureIgnored: each.isFailureIgnored || command.isFailureIgnored,
      }));
      this.collect(inner, {
        ...walk,
        folder: found.folder,
        depth: walk.depth + 1,
        seen: new Set([...walk.seen, key]),
      });
      return;
    }
  }

  private resolve(words: readonly string[], folder: string): Found | undefined {
    switch (getProgram(words[0] ?? '')) {
      case 'make':
      case 'gmake':
        return this.resolveMake(words.slice(1), folder);
      case 'just':
        return this.resolveJust(words.slice(1), folder);
      case 'task':
        return this.resolveTask(words.slice(1), folder);
      case 'npm':
      case 'yarn':
      case 'pnpm':
      case 'bun':
      case 'composer':
        return this.resolvePackageScript(words, folder);
      default:
        return this.resolveScriptFile(words, folder);
    }
  }

  private resolveMake(
    words: readonly string[],
    folder: string,
  ): Found | undefined {
    const inside =
      getOption(words, /^(-C|--directory)$/) ??
      words.find(word => /^-C\S/.test(word))?.slice(2);
    const start = inside === undefined ? folder : joinPath(folder, inside);
    if (start === undefined) return undefined;
    const names = [
      getOption(words, /^(-f|--file|--makefile)$/) ?? '',
      'Makefile',
      'makefile',
      'GNUmakefile',
    ];
    const path = this.findFile(start, names);
    if (path === undefined) return undefined;
    const targets = getOperands(
      words,
      /^(-[CfIojl]|--directory|--file|--makefile)$/,
    );
    return this.runRecipes(
      path,
      this.getRecipes(path, readMakefile),
      targets,
      start,
    );
  }

  private resolveJust(
    words: readonly string[],
    folder: string,
  ): Found | undefined {
    const path =
      this.findFile(folder, ['justfile', 'Justfile', '.justfile']) ??
      this.findFile('', ['justfile', 'Justfile']);
    if (path === undefined) return undefined;
    const [target] = getOperands(words, /^(-f|--justfile|-d)$/);
    return this.runRecipes(
      path,
      this.getRecipes(path, readJustfile),
      target === undefined ? [] : [target],
      folder,
    );
  }

  private runRecipes(
    path: string,
    recipes: readonly Recipe[],
    targets: readonly string[],
    folder: string,
  ): Found | undefined {
    const first = recipes.find(({ name }) => !name.startsWith('.'))?.name;
    const wanted = targets.length > 0 ? targets : [first ?? ''];
    const order: Recipe[] = [];
    const visit = (name: string) => {
      for (const recipe of recipes.filter(
        each => each.name === name && !order.includes(each),
      )) {
        if (order.length > 50) return;
        order.push(recipe);
        recipe.prerequisites.forEach(visit);
        order.splice(order.indexOf(recipe), 1);
        order.push(recipe);
      }
    };
    wanted.forEach(visit);
    const commands = order.flatMap(recipe =>
      readScript(recipe.script, { path, firstLine: recipe.line }),
    );
    return order.length === 0 ? undefined : { folder, commands };
  }

  /** Commands of every task of a Taskfile. */
  readTasks(path: string): readonly CommandFact[] {
    const tasks = getYamlNode(
      this.files.parse(yamlParser, path)?.[0]?.root,
      'tasks',
    );
    return tasks?.kind === 'map'
      ? tasks.entries.flatMap(({ key }) =>
          readTask(path, tasks, key, { left: 1 }),
        )
      : [];
  }

  private resolveTask(
    words: readonly string[],
    folder: string,
  ): Found | undefined {
    const names = [
      'Taskfile.yml',
      'Taskfile.yaml',
      'taskfile.yml',
      'Taskfile.dist.yml',
    ];
    const path = this.findFile(folder, names) ?? this.findFile('', names);
    if (path === undefined) return undefined;
    const tasks = getYamlNode(
      this.files.parse(yamlParser, path)?.[0]?.root,
      'tasks',
    );
    const operands = getOperands(words, /^(-t|--taskfile|-d|--dir)$/);
    const commands = (operands.length > 0 ? operands : ['default']).flatMap(
      name => readTask(path, tasks, name),
    );
    return commands.length === 0 ? undefined : { folder, commands };
  }

  private resolvePackageScript(
    words: readonly string[],
    folder: string,
  ): Found | undefined {
    const [program = '', ...rest] = words;
    const inside =
      getOption(rest, /^(--prefix|-C|--cwd|--dir)$/) ??
      rest.find(word => /^--(prefix|cwd)=/.test(word))?.replace(/^[^=]*=/, '');
    const start = inside === undefined ? folder : joinPath(folder, inside);
    const operands = getOperands(
      rest,
      /^(--prefix|-C|--cwd|--dir|-w|--workspace|--filter|-F)$/,
    );
    const isRun = operands[0] === 'run' || operands[0] === 'run-script';
    const [first, second] = operands;
    const called = first === 't' ? 'test' : first;
    const name = isRun ? second : called;
    const isForeign = rest.some(word =>
      /^(-w|--workspace|--filter|-F|-r|--recursive)/.test(word),
    );
    if (start === undefined || name === undefined || isForeign)
      return undefined;
    const isAllowed =
      isRun || program !== 'npm' || /^(test|start|stop|restart)$/.test(name);
    const manifest = this.findFile(start, [
      program === 'composer' ? 'composer.json' : 'package.json',
    ]);
    if (manifest === undefined || !isAllowed) return undefined;
    const scripts = getYamlNode(
      this.files.parse(yamlParser, manifest)?.[0]?.root,
      'scripts',
    );
    const entries = [`pre${name}`, name, `post${name}`].flatMap(
      key => getYamlEntry(scripts, key) ?? [],
    );
    if (!entries.some(entry => entry.key === name)) return undefined;
    const commands = entries.flatMap(entry =>
      getYamlItems(entry.value).flatMap(node => readYamlScript(node, manifest)),
    );
    return { folder: start, commands };
  }

  private resolveScriptFile(
    words: readonly string[],
    folder: string,
  ): Found | undefined {
    const script = getScriptPath(words);
    if (script === undefined) return undefined;
    const path = this.findFile(folder, [script]) ?? this.findFile('', [script]);
    const text = path === undefined ? undefined : this.files.get(path)?.text;
    if (path === undefined || text === undefined) return undefined;
    const isShell =
      /\.(sh|bash)$/.test(path) || /^#!.*\b(ba|z|da|a)?sh\b/.test(text);
    return isShell
      ? { folder, commands: readScript(text, { path, firstLine: 1 }) }
      : undefined;
  }

  private findFile(
    folder: string,
    names: readonly string[],
  ): string | undefined {
    return names
      .filter(name => name !== '')
      .map(name => joinPath(folder, name))
      .find(
        path => path !== undefined && this.files.get(path)?.text !== undefined,
      );
  }

  private getRecipes(
    path: string,
    read: (text: string) => readonly Recipe[],
  ): readonly Recipe[] {
    const known = this.recipes.get(path);
    if (known) return known;
    const recipes = read(this.files.get(path)?.text ?? '');
    this.recipes.set(path, recipes);
    return recipes;
  }
}

interface Walk {
  readonly folder: string;
  readonly depth: number;
  readonly seen: ReadonlySet<string>;
  readonly result: CommandFact[];
}
