import { getBaseName } from '../paths';

/** What a command runs in the end: another command, or scripts to be read. */
export interface Unwrapped {
  /** Commands it may stand for, the outermost first. */
  readonly candidates: readonly (readonly string[])[];
  /** Scripts given as an argument: `bash -c '…'`, `ssh host '…'`. */
  readonly scripts: readonly string[];
}

type Peel = (words: readonly string[]) => readonly string[] | undefined;

const SHELLS = new Set(['sh', 'bash', 'zsh', 'ash', 'dash', 'ksh']);
const PLAIN = new Set([
  'time',
  'exec',
  'nohup',
  'command',
  'builtin',
  'nice',
  'ionice',
  'caffeinate',
  'winpty',
  'busybox',
  'corepack',
  'then',
  '@',
  '-',
  'gosu-root',
  'tini',
  'dumb-init',
  'retry',
  'xvfb-run',
  'cross-env',
  'cross-env-shell',
  'env',
  'sudo',
  'doas',
  'dotenv',
  'env-cmd',
  'unbuffer',
  'stdbuf',
  'catchsegv',
  'npx',
  'bunx',
  'pnpx',
  'uvx',
  'sail',
  'xargs',
  'parallel',
  'call',
]);
const DOUBLE_DASH = new Set([
  'doppler',
  'op',
  'aws-vault',
  'chamber',
  'mise',
  'dotenvx',
  'teller',
  'infisical',
  'saml2aws',
  'aws-okta',
  'berglas',
  'wait-for-it.sh',
  'wait-for-it',
  'wait-for',
  'dockerize',
  'kubectl',
  'oc',
  'sops',
  'vault',
  'envconsul',
  'nix',
  'devcontainer',
  'rtx',
  'hermit',
  'envchain',
]);
/** Runner → the word after which the command stands. */
const RUNNERS: Readonly<Record<string, readonly string[]>> = {
  bundle: ['exec'],
  poetry: ['run'],
  pipenv: ['run'],
  uv: ['run', 'tool run'],
  pdm: ['run'],
  rye: ['run'],
  hatch: ['run'],
  conda: ['run'],
  micromamba: ['run'],
  npm: ['exec', 'x'],
  pnpm: ['exec', 'dlx'],
  yarn: ['exec', 'dlx', 'run'],
  bun: ['x', 'run'],
  pyenv: ['exec'],
  rbenv: ['exec'],
  asdf: ['exec'],
  direnv: ['exec'],
  chef: ['exec'],
  pdk: ['bundle exec'],
  mage: [],
  go: ['tool'],
  ddev: ['exec'],
  lando: ['exec'],
};
const OPTION_WITH_VALUE =
  /^(-[uUgCnNtPLIrsd]|--(user|group|jobs|signal|retries|delay|max-args|cwd|prefix|filter|workspace|group|with|extra|python|package|env-file|directory|timeout|kill-after|attempts|interval|max_attempts|timeout_minutes))$/;
const DOCKER_VALUE =
  /^(-[vewuplmhac]|--(volume|env|env-file|workdir|user|publish|name|entrypoint|network|net|mount|platform|add-host|memory|cpus|link|volumes-from|label|cap-add|cap-drop|security-opt|shm-size|ipc|pid|device|restart|log-driver|log-opt|gpus|hostname|tmpfs|ulimit|dns|cidfile|pull|file|profile|project-name|index|progress|userns|runtime))$/;

/** Peels `sudo`, `npx`, `bundle exec`, `docker run IMAGE`, … off a command. */
export function unwrapCommand(words: readonly string[]): Unwrapped {
  const candidates: (readonly string[])[] = [];
  const scripts: string[] = [];
  let current: readonly string[] | undefined = words;
  for (
    let depth = 0;
    depth < 6 && current !== undefined && current.length > 0;
    depth += 1
  ) {
    candidates.push(current);
    scripts.push(...getScripts(current));
    current = peel(current);
  }
  return { candidates: candidates.flatMap(addImageCandidate), scripts };
}

/** Base name of a program, without the extensions of Windows. */
export function getProgram(word: string): string {
  return getBaseName(word.replaceAll('\\', '/')).replace(
    /\.(exe|cmd|bat)$/i,
    '',
  );
}

const PEELERS: readonly Peel[] = [
  peelPlain,
  peelTimeout,
  peelRunner,
  peelDoubleDash,
  peelDocker,
  peelYarn,
  peelFind,
];

function peel(words: readonly string[]): readonly string[] | undefined {
  for (const peeler of PEELERS) {
    const rest = peeler(words);
    if (rest !== undefined && rest.length > 0) return rest;
  }
  return undefined;
}

function peelPlain(words: readonly string[]): readonly string[] | undefined {
  const program = getProgram(words[0] ?? '');
  return PLAIN.has(program) ? skipOptions(words.slice(1)) : undefined;
}

function peelTimeout(words: readonly string[]): readonly string[] | undefined {
  if (
    !/^(g?timeout|gosu|su-exec|chpst|setuidgid|flock|retry-cmd|travis_wait|travis_retry|wait-on)$/.test(
      getProgram(words[0] ?? ''),
    )
  )
    return undefined;
  if (words[0] === 'travis_retry') return words.slice(1);
  return skipOptions(words.slice(1)).slice(1);
}

function peelRunner(words: readonly string[]): readonly string[] | undefined {
  for (const verb of RUNNERS[getProgram(words[0] ?? '')] ?? []) {
    const steps = verb.split(' ');
    const rest = skipOptions(words.slice(1));
    if (steps.every((step, index) => rest[index] === step))
      return skipOptions(rest.slice(steps.length));
  }
  return undefined;
}

function peelDoubleDash(
  words: readonly string[],
): readonly string[] | undefined {
  if (!DOUBLE_DASH.has(getProgram(words[0] ?? ''))) return undefined;
  const index = words.indexOf('--');
  return index < 0 ? undefined : words.slice(index + 1);
}

function peelDocker(words: readonly string[]): readonly string[] | undefined {
  if (
    !/^(docker|podman|nerdctl|docker-compose)$/.test(getProgram(words[0] ?? ''))
  )
    return undefined;
  const verb = words.findIndex(
    (word, index) => index > 0 && (word === 'run' || word === 'exec'),
  );
  if (verb < 0) return undefined;
  const before = words.slice(1, verb).filter(word => !word.startsWith('-'));
  if (
    before.length > 0 &&
    before[0] !== 'compose' &&
    !/\.ya?ml$/.test(before[0] ?? '')
  )
    return undefined;
  const rest = skipDockerOptions(words.slice(verb + 1));
  const entrypoint = words[words.indexOf('--entrypoint') + 1];
  const program =
    words.includes('--entrypoint') && entrypoint ? [entrypoint] : [];
  return [...program, ...rest.slice(1)];
}

/** `yarn jest` and `pnpm jest` run a program of the project. */
function peelYarn(words: readonly string[]): readonly string[] | undefined {
  const program = getProgram(words[0] ?? '');
  if (program !== 'yarn' && program !== 'pnpm') return undefined;
  const rest = skipOptions(words.slice(1));
  return rest[0] === 'workspace' ? ['yarn', ...rest.slice(2)] : rest;
}

function peelFind(words: readonly string[]): readonly string[] | undefined {
  const index = words.findIndex(
    word => word === '-exec' || word === '-execdir',
  );
  return words[0] === 'find' && index > 0 ? words.slice(index + 1) : undefined;
}

function skipOptions(words: readonly string[]): readonly string[] {
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? '';
    if (word === '--') return words.slice(index + 1);
    if (OPTION_WITH_VALUE.test(word)) index += 2;
    else if (word.startsWith('-') || /^[A-Za-z_]\w*=/.test(word)) index += 1;
    else break;
  }
  return words.slice(index);
}

function skipDockerOptions(words: readonly string[]): readonly string[] {
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? '';
    if (DOCKER_VALUE.test(word)) index += 2;
    else if (word.startsWith('-')) index += 1;
    else break;
  }
  return words.slice(index);
}

/** `docker run aquasec/trivy image x` runs trivy. */
function addImageCandidate(
  words: readonly string[],
): readonly (readonly string[])[] {
  if (!/^(docker|podman|nerdctl)$/.test(getProgram(words[0] ?? '')))
    return [words];
  const verb = words.indexOf('run');
  if (verb < 0 || words[1] === 'compose') return [words];
  const [image, ...rest] = skipDockerOptions(words.slice(verb + 1));
  if (image === undefined) return [words];
  return [words, [getBaseName(image).replace(/[:@].*$/, ''), ...rest]];
}

function getScripts(words: readonly string[]): readonly string[] {
  const program = getProgram(words[0] ?? '');
  if (SHELLS.has(program) || program === 'su' || program === 'script') {
    const index = words.findIndex(word => /^-\w*c$/.test(word));
    const script = words[index + 1];
    return index > 0 && script !== undefined ? [script] : [];
  }
  if (program === 'eval') return [words.slice(1).join(' ')];
  if (program === 'nix-shell')
    return words.filter((_, index) => words[index - 1] === '--run');
  if (program === 'vagrant')
    return words.filter((_, index) => words[index - 1] === '-c');
  if (program === 'concurrently')
    return words.slice(1).filter(word => !word.startsWith('-'));
  if (/^(npm-run-all2?|run-s|run-p)$/.test(program)) {
    return words
      .slice(1)
      .filter(word => !word.startsWith('-'))
      .map(word => `npm run ${word}`);
  }
  return [];
}
