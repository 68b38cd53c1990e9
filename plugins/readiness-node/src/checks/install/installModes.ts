import {
  stripPrivilege,
  type CommandPlace,
  type CheckContext,
} from '../../check';
import type { CommandFact } from '../../facts/types/commands';
import { judgeRequirements } from './requirementsMode';

/** How a command installs the application's own dependencies. */
export interface InstallMode {
  readonly isLocked: boolean;
  /** Why it is locked, or what would lock it. */
  readonly reason: string;
}

/** What a judgement of an install looks at. */
interface Install {
  readonly rest: readonly string[];
  readonly text: string;
  readonly place: CommandPlace;
  readonly facts: CheckContext['facts'];
}

type Judge = (install: Install) => InstallMode | undefined;

const locked = (reason: string): InstallMode => ({ isLocked: true, reason });
const open = (reason: string): InstallMode => ({ isLocked: false, reason });

/** The first word that is neither an option nor an option's value. */
function getVerb(rest: readonly string[]): string | undefined {
  return getNames(['', ...rest])[0];
}

/** Names given to an install command besides options. */
function getNames(rest: readonly string[]): readonly string[] {
  return rest
    .slice(1)
    .filter(
      (word, index, all) =>
        !word.startsWith('-') &&
        !/^(--prefix|-C|--cwd|--dir|--filter|-F|-w|--workspace|--cache|--registry|--omit|--include|--only|--loglevel|--network-timeout|--mutex|--modules-folder|--store-dir|--reporter|--prod)$/.test(
          all[index - 1] ?? '',
        ) &&
        !/^\d*>|^(&|\|)/.test(word),
    );
}

function judgeNpm({ rest, text }: Install): InstallMode | undefined {
  const verb = getVerb(rest);
  const isGlobal = / (-g|--global|--location=global) /.test(text);
  if (isGlobal) return undefined;
  if (/^(ci|clean-install|cit|install-clean)$/.test(verb ?? ''))
    return locked('npm ci installs exactly the lock');
  if (!/^(i|install|isntall|add)$/.test(verb ?? '')) return undefined;
  const names = getNames(rest.slice(rest.indexOf(verb ?? '')));
  return names.length > 0 || / --package-lock-only /.test(text)
    ? undefined
    : open('npm ci');
}

function judgeYarn({
  rest,
  text,
  place,
  facts,
}: Install): InstallMode | undefined {
  const verb = getVerb(rest);
  const isInstall =
    verb === undefined ||
    verb === 'install' ||
    (verb === 'workspaces' && / focus /.test(text));
  if (!isInstall || / (--version|-v|--help) /.test(text)) return undefined;
  if (/ (--frozen-lockfile|--immutable|--pure-lockfile) /.test(text))
    return locked('the lock may not change');
  const isModern = facts.files.some(({ path }) =>
    /(^|\/)\.yarnrc\.yml$/.test(path),
  );
  if (isModern && place.kind === 'job')
    return locked('Yarn 2 and later install immutably in CI by default');
  return open(
    isModern ? 'yarn install --immutable' : 'yarn install --frozen-lockfile',
  );
}

function judgePnpm({ rest, text, place }: Install): InstallMode | undefined {
  const verb = getVerb(rest);
  if (verb === 'fetch') return locked('pnpm fetch reads the lock only');
  if (!/^(i|install)$/.test(verb ?? '') || / (-g|--global) /.test(text))
    return undefined;
  if (getNames(rest.slice(rest.indexOf(verb ?? ''))).length > 0)
    return undefined;
  if (/ --no-frozen-lockfile /.test(text))
    return open('pnpm install --frozen-lockfile');
  if (/ (--frozen-lockfile|--offline|--frozen-lockfile=true) /.test(text))
    return locked('the lock may not change');
  return place.kind === 'job'
    ? locked('pnpm installs frozen in CI by default')
    : open('pnpm install --frozen-lockfile');
}

function judgeBun({ rest, text }: Install): InstallMode | undefined {
  if (rest[0] === 'ci') return locked('bun ci installs exactly the lock');
  if (
    !/^(i|install)$/.test(rest[0] ?? '') ||
    / (-g|--global) /.test(text) ||
    getNames(rest).length > 0
  )
    return undefined;
  return / --frozen-lockfile /.test(text)
    ? locked('the lock may not change')
    : open('bun install --frozen-lockfile');
}

function judgeBundle({ rest, text, place }: Install): InstallMode | undefined {
  const verb = getVerb(rest);
  if (verb !== undefined && verb !== 'install') return undefined;
  if (/ (--version|-v) /.test(text)) return undefined;
  if (/ (--frozen|--deployment) /.test(text))
    return locked('the lock may not change');
  const isVariable = [...place.variables].some(
    ([name, value]) =>
      /^BUNDLE_(FROZEN|DEPLOYMENT)$/.test(name) && !/^(0|false)$/.test(value),
  );
  const isConfigured = place.commands.some(({ words }) =>
    /^bundler? config (set )?(--\w+ )*(frozen|deployment) (true|1)|^bundler? config (set )?--\w+ (frozen|deployment) (true|1)/.test(
      stripPrivilege(words).join(' '),
    ),
  );
  return isVariable || isConfigured
    ? locked('Bundler is frozen')
    : open('bundle config set frozen true');
}

function judgePip({ rest, text, facts }: Install): InstallMode | undefined {
  if (!/^(install|sync|download)$/.test(rest[0] ?? '')) return undefined;
  if (/ --require-hashes /.test(text))
    return locked('every requirement must have a hash');
  const paths = rest.flatMap((word, index) =>
    /^(-r|--requirement)$/.test(rest[index - 1] ?? '')
      ? [word]
      : /^(?:-r|--requirement=)(.+)/.exec(word)?.[1] ?? [],
  );
  if (paths.length > 0) return judgeRequirements(paths, rest, facts);
  const isOwn = rest.some(word => /^\.(\[[\w,-]+\])?$|^\.\/?$/.test(word));
  if (!isOwn || / --no-deps /.test(text)) return undefined;
  return / (-c|--constraint) /.test(text)
    ? locked('a constraints file pins the versions')
    : open(
        'pip install -r requirements.txt with hashes, before pip install --no-deps .',
      );
}

function judgePoetry({ rest }: Install): InstallMode | undefined {
  if (/^(install|sync)$/.test(getVerb(rest) ?? ''))
    return locked('poetry installs what poetry.lock says');
  return rest[0] === 'update' ? open('poetry install') : undefined;
}

function judgePipenv({ rest, text }: Install): InstallMode | undefined {
  if (rest[0] === 'sync')
    return locked('pipenv sync installs exactly the lock');
  if (rest[0] !== 'install' || getNames(rest).length > 0) return undefined;
  return / (--deploy|--ignore-pipfile) /.test(text)
    ? locked('the lock must be up to date')
    : open('pipenv install --deploy');
}

function judgeUv(install: Install): InstallMode | undefined {
  const { rest, text, place } = install;
  if (rest[0] === 'pip')
    return judgePip({
      ...install,
      rest: rest.slice(1),
      text: ` ${rest.slice(1).join(' ')} `,
    });
  if (rest[0] !== 'sync') return undefined;
  const isVariable =
    place.variables.has('UV_FROZEN') || place.variables.has('UV_LOCKED');
  return isVariable || / (--locked|--frozen) /.test(text)
    ? locked('the lock may not change')
    : open('uv sync --locked');
}

function judgeCargo({ rest, text }: Install): InstallMode | undefined {
  const verb = rest.find(word => !/^[-+]/.test(word));
  const isOwn =
    verb === 'build' ||
    verb === 'fetch' ||
    (verb === 'install' && / --path /.test(text));
  if (!isOwn) return undefined;
  return / (--locked|--frozen) /.test(text)
    ? locked('Cargo.lock may not change')
    : open(`cargo ${verb} --locked`);
}

function judgeComposer({ rest, facts }: Install): InstallMode | undefined {
  const verb = getVerb(rest);
  if (/^(install|i)$/.test(verb ?? ''))
    return facts.packages.some(
      each => each.ecosystem === 'composer' && !each.lock,
    )
      ? open('a committed composer.lock')
      : locked('composer install follows composer.lock');
  return /^(update|upgrade)$/.test(verb ?? '')
    ? open('composer install')
    : undefined;
}

function judgeDotnet({ rest, text, facts }: Install): InstallMode | undefined {
  const hasLock = facts.packages.some(
    ({ ecosystem, lock }) => ecosystem === 'nuget' && lock !== undefined,
  );
  if (rest[0] !== 'restore' || !hasLock) return undefined;
  return / --locked-mode /.test(text)
    ? locked('packages.lock.json may not change')
    : open('dotnet restore --locked-mode');
}

const JUDGES: Readonly<Record<string, Judge>> = {
  npm: judgeNpm,
  yarn: judgeYarn,
  pnpm: judgePnpm,
  bun: judgeBun,
  bundle: judgeBundle,
  bundler: judgeBundle,
  pip: judgePip,
  pip3: judgePip,
  poetry: judgePoetry,
  pipenv: judgePipenv,
  uv: judgeUv,
  pdm: ({ text }) =>
    / (install|sync) /.test(text)
      ? locked('pdm installs from pdm.lock')
      : undefined,
  cargo: judgeCargo,
  composer: judgeComposer,
  mix: ({ text }) =>
    / deps\.get .*--check-locked /.test(text)
      ? locked('mix.lock may not change')
      : undefined,
  go: ({ text }) =>
    /^ mod download\b/.test(text) ? locked('go.sum is verified') : undefined,
  dotnet: judgeDotnet,
};

/** The mode of a command; nothing when it installs something else, or nothing. */
export function findInstallMode(
  command: CommandFact,
  place: CommandPlace,
  facts: CheckContext['facts'],
): InstallMode | undefined {
  const plain = stripPrivilege(command.words);
  const words = plain[0] === 'php' ? plain.slice(1) : plain;
  const program = (words[0] ?? '').replace(/^.*\/|\.phar$/g, '');
  const isModule = /^python3?$/.test(program) && words[1] === '-m';
  const rest = isModule ? words.slice(3) : words.slice(1);
  const text = ` ${rest.join(' ')} `;
  return JUDGES[isModule ? words[2] ?? '' : program]?.({
    rest,
    text,
    place,
    facts,
  });
}
