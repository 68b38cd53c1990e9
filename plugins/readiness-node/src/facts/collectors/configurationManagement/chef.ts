import type { FileIndex } from '../../fileIndex';
import { getFolder } from '../../paths';
import type { SnapshotFile } from '../../snapshot';
import type {
  ConfigurationManagementFacts,
  ManagedDependencyFact,
  ManagedPackageFact,
  ManagedTemplateFact,
  ManagedUnitFact,
} from '../../types/configurationManagement';
import type { FactValue, Location } from '../../value';
import { findOperatedFiles } from '../operatedFiles';
import { findMatches, getFirstLine, readQuoted } from './findLines';

const RECIPE = /(^|\/)(recipes|resources)\/.+\.rb$/;
const PACKAGE =
  /^(?<indent>[ \t]*)(?:(?:apt|yum|dnf|zypper|gem|chocolatey|homebrew|snap|windows)_)?package[ \t(]+(?<names>["'%[][^\n]*?)\)?(?:[ \t]+do\b[^\n]*\n(?<body>[\s\S]{0,5000}?)^\k<indent>end\b|[ \t]*$)/gm;
const TEMPLATE =
  /^(?<indent>[ \t]*)template[ \t(]+(?<names>[^\n]*?)\)?[ \t]+do\b[^\n]*\n(?<body>[\s\S]{0,5000}?)^\k<indent>end\b/gm;
const DEPENDENCY =
  /^[ \t]*(?<keyword>depends|cookbook)[ \t(]+["'](?<name>[\w-]+)["'](?<rest>(?:,\s*[^,\n]+)*)/gm;

/** Cookbooks and what their recipes install and render. */
export function readChef(files: FileIndex): ConfigurationManagementFacts {
  const recipes = findOperatedFiles(files, RECIPE);
  return {
    managedUnits: readCookbooks(recipes),
    managedPackages: recipes.flatMap(readPackages),
    managedTemplates: recipes.flatMap(readTemplates),
    managedDependencies: readDependencies(files),
  };
}

/** One cookbook a folder above `recipes/`, shown by its first recipe. */
function readCookbooks(
  recipes: readonly SnapshotFile[],
): readonly ManagedUnitFact[] {
  const cookbooks = new Map<string, ManagedUnitFact>();
  for (const recipe of recipes) {
    if (/(^|\/)resources\//.test(recipe.path)) continue;
    const folder = recipe.path.replace(/\/?recipes\/.+$/, '');
    const subject = folder === '' ? '.' : folder;
    if (cookbooks.has(subject)) continue;
    const location = getFirstLine(recipe);
    cookbooks.set(subject, {
      subject,
      tool: 'chef',
      kind: 'cookbook',
      location,
    });
  }
  return [...cookbooks.values()];
}

function readPackages(file: SnapshotFile): readonly ManagedPackageFact[] {
  return findMatches(file, PACKAGE).map(({ groups, location }) => ({
    subject: file.path,
    tool: 'chef',
    names: readWords(groups.names ?? ''),
    state: readAction(groups.body ?? '', location),
    location,
  }));
}

/** `action :upgrade` takes the newest version, `:install` any that is there. */
function readAction(body: string, location: Location): FactValue<string> {
  const match = /^[ \t]*action[ \t(]+:(?<value>\w+)/m.exec(body);
  const value = match?.groups?.value;
  if (match === null || value === undefined) {
    return {
      state: 'absent',
      setting: 'action',
      location,
      defaultValue: 'install',
    };
  }
  const above = body.slice(0, match.index).split('\n').length;
  const line = location.startLine + above;
  const at = { path: location.path, startLine: line, endLine: line };
  return { state: 'known', value, setting: 'action', location: at };
}

function readTemplates(file: SnapshotFile): readonly ManagedTemplateFact[] {
  return findMatches(file, TEMPLATE).map(({ groups, location }) => {
    const body = groups.body ?? '';
    const source = /^[ \t]*source[ \t(]+["']([^"']+)["']/m.exec(body)?.[1];
    const [name = 'a template'] = readQuoted(groups.names ?? '');
    return {
      subject: file.path,
      tool: 'chef',
      source: source ?? `${name.split('/').at(-1) ?? name}.erb`,
      notifies: /^[ \t]*(notifies|subscribes)\b/m.test(body),
      location,
    };
  });
}

/**
 * Cookbooks that a cookbook depends on; Policyfile and Berksfile are asked only
 * where no `metadata.rb` beside them says it.
 */
function readDependencies(files: FileIndex): readonly ManagedDependencyFact[] {
  const metadata = findOperatedFiles(files, /(^|\/)metadata\.rb$/);
  const folders = new Set(metadata.map(({ path }) => getFolder(path)));
  const lists = findOperatedFiles(
    files,
    /(^|\/)(Policyfile\.rb|Berksfile)$/,
  ).filter(({ path }) => !folders.has(getFolder(path)));
  return [...metadata, ...lists].flatMap(file =>
    findMatches(file, DEPENDENCY).flatMap(
      ({ groups, location }): readonly ManagedDependencyFact[] => {
        const { name = '', rest = '', keyword = '' } = groups;
        if (/\bpath:|:path\b/.test(rest)) return [];
        const version = readVersion(rest);
        const lock = findLock(files, file.path);
        return [
          {
            subject: file.path,
            tool: 'chef',
            name,
            ...(version !== undefined && { version }),
            ...(lock && { lock }),
            setting: `${keyword} '${name}', '~> …'`,
            location,
          },
        ];
      },
    ),
  );
}

/** A constraint, or the tag or revision of a source. */
function readVersion(rest: string): string | undefined {
  const options = [
    ...rest.matchAll(/:?(tag|ref|revision)\b[:=>\s]*["']([^"']+)/g),
  ];
  const constraint = rest
    .split(',')
    .map(part => /^\s*["']([^"']+)["']\s*$/.exec(part)?.[1])
    .find(part => part !== undefined);
  return constraint ?? options[0]?.[2];
}

/** The nearest lock file above. */
function findLock(files: FileIndex, path: string): Location | undefined {
  let folder = getFolder(path);
  for (;;) {
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const name of ['Policyfile.lock.json', 'Berksfile.lock']) {
      const lock = files.get(`${prefix}${name}`);
      if (lock !== undefined) return getFirstLine(lock);
    }
    if (folder === '') return undefined;
    folder = getFolder(folder);
  }
}

/** `'nginx'`, `['a', 'b']`, `%w(a b)`. */
function readWords(text: string): readonly string[] {
  const list = /%w[[({<]([^\])}>]*)/.exec(text)?.[1];
  if (list !== undefined) return list.trim().split(/\s+/);
  const quoted = readQuoted(text);
  return quoted.length > 0 ? quoted : [text.trim()];
}
