import { stripPrivilege } from '../../check';
import type { CommandFact } from '../../facts/types/commands';

/** Packages of the system or global tools that a command installs. */
export interface PackageInstall {
  readonly manager: string;
  readonly packages: readonly string[];
  /** Those without a version. */
  readonly floating: readonly string[];
  /** Equivalent rule of hadolint. */
  readonly rules: readonly string[];
}

interface Manager {
  readonly name: string;
  readonly programs: RegExp;
  readonly install: RegExp;
  readonly pinned: RegExp;
  readonly rules: readonly string[];
  /** Options whose next word is a value. */
  readonly valueOptions?: RegExp;
}

const LOCAL =
  /^(\.{0,2}\/|~\/|https?:|file:|git\+|\$|<|\d?>|\.$)|\.(deb|rpm|apk|whl|gem|tgz|tar\.gz)$/;

// One manager a line reads as a table.
// prettier-ignore
const MANAGERS: readonly Manager[] = [
  { name: 'apt', programs: /^(apt-get|apt|aptitude)$/, install: /^install$/, pinned: /[^=]=[^=]/, rules: ['DL3008'], valueOptions: /^(-o|-t|-c|--target-release|--option)$/ },
  { name: 'apk', programs: /^apk$/, install: /^add$/, pinned: /[=<>~]/, rules: ['DL3018'], valueOptions: /^(-t|--virtual|-X|--repository|-p|--root)$/ },
  { name: 'yum', programs: /^(yum|microdnf)$/, install: /^(install|localinstall|reinstall)$/, pinned: /-\d[\w.:~^-]*/, rules: ['DL3033'], valueOptions: /^(-c|--enablerepo|--disablerepo|--releasever|--installroot)$/ },
  { name: 'dnf', programs: /^(dnf|tdnf)$/, install: /^(install|reinstall)$/, pinned: /-\d[\w.:~^-]*/, rules: ['DL3041'], valueOptions: /^(-c|--enablerepo|--disablerepo|--releasever|--installroot|--setopt)$/ },
  { name: 'zypper', programs: /^zypper$/, install: /^(install|in)$/, pinned: /[=<>]|-\d[\w.]*/, rules: ['DL3037'], valueOptions: /^(-r|--repo|-t|--type|--from)$/ },
  { name: 'pip', programs: /^(pip|pip3|pip3?\.\d+)$/, install: /^install$/, pinned: /===?|@/, rules: ['DL3013'], valueOptions: /^(-r|--requirement|-c|--constraint|-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--trusted-host|--prefix|--root|--timeout|--retries|--progress-bar|--cache-dir|-e|--editable|--platform|--python-version|--only-binary|--no-binary)$/ },
  { name: 'npm -g', programs: /^(npm|pnpm)$/, install: /^(i|install|add)$/, pinned: /.@(?!latest|next|beta|\*)/, rules: ['DL3016'], valueOptions: /^(--prefix|--registry|--cache|--loglevel)$/ },
  { name: 'gem', programs: /^gem$/, install: /^install$/, pinned: /:\d/, rules: ['DL3028'], valueOptions: /^(-v|--version|-i|--install-dir|-n|--bindir|-s|--source|-P)$/ },
  { name: 'go install', programs: /^go$/, install: /^install$/, pinned: /@(?!latest|master|main)/, rules: ['DL3062'] },
];

/** What a command installs besides the application's own dependencies. */
export function findPackageInstall(
  command: CommandFact,
): PackageInstall | undefined {
  const stripped = stripPrivilege(command.words);
  const isModule =
    /^(.*\/)?python3?(\.\d+)?$/.test(stripped[0] ?? '') && stripped[1] === '-m';
  const words = isModule ? stripped.slice(2) : stripped;
  const program = (words[0] ?? '').replace(/^.*\//, '');
  const manager = MANAGERS.find(({ programs }) => programs.test(program));
  if (manager === undefined) return undefined;
  const operands = getOperands(words.slice(1), manager.valueOptions);
  if (!manager.install.test(operands[0] ?? '')) return undefined;
  const options = words.filter(word => word.startsWith('-'));
  if (
    manager.name === 'npm -g' &&
    !options.some(word => /^(-g|--global|--location=global)$/.test(word))
  )
    return undefined;
  const packages = operands.slice(1).filter(word => isPackage(word, manager));
  if (packages.length === 0) return undefined;
  const hasVersionOption =
    manager.name === 'gem' &&
    words.some(word => /^(-v|--version)(=|$)/.test(word));
  const floating = hasVersionOption
    ? []
    : packages.filter(word => !manager.pinned.test(word));
  return { manager: manager.name, packages, floating, rules: manager.rules };
}

function isPackage(word: string, manager: Manager): boolean {
  if (manager.name === 'go install') return /^[\w.-]+\.[\w-]+\//.test(word);
  return (
    !LOCAL.test(word) &&
    !(manager.name === 'pip' && word === '.') &&
    !/^\.\[/.test(word) &&
    !word.includes('*.')
  );
}

function getOperands(
  words: readonly string[],
  valueOptions: RegExp | undefined,
): readonly string[] {
  return words.filter(
    (word, index) =>
      !word.startsWith('-') &&
      !(valueOptions?.test(words[index - 1] ?? '') ?? false),
  );
}
