import { stripPrivilege, type CommandPlace } from '../../check';
import type { CommandFact } from '../../facts/types/commands';

/** A download that is executed. */
export interface Download {
  readonly command: CommandFact;
  /** What executes it. */
  readonly executedBy: CommandFact;
  /** The command that proves it is the right thing. */
  readonly verifiedBy?: CommandFact;
}

const FETCHERS =
  /^(curl|wget|aria2c|fetch|iwr|Invoke-WebRequest|irm|Invoke-RestMethod)$/;
const INTERPRETERS =
  /^(sh|bash|zsh|ash|dash|ksh|python|python3|perl|ruby|node|php|iex|Invoke-Expression|source|\.|eval)$/;
const VERIFIERS =
  /^(sha\d+sum|shasum|md5sum|b2sum|gpg2?|gpgv|cosign|minisign|openssl|rpm|slsa-verifier|sigstore|Get-FileHash)$/;
const BIN_FOLDER = /^\/(usr\/(local\/)?)?s?bin(\/|$)/;

/** Downloads of a script that are executed, and whether they are verified before. */
export function findDownloads(place: CommandPlace): readonly Download[] {
  const { commands } = place;
  return commands.flatMap((command, index) => {
    const words = stripPrivilege(command.words);
    if (!FETCHERS.test(getName(words)) || !words.some(isRemote)) return [];
    const executedBy =
      findPipe(commands, command) ??
      findParent(commands, command) ??
      findExecution(commands.slice(index + 1), getTargets(command, words));
    if (executedBy === undefined) return [];
    const verifiedBy = findVerification(commands, index, executedBy);
    return [{ command, executedBy, ...(verifiedBy && { verifiedBy }) }];
  });
}

function getName(words: readonly string[]): string {
  return (words[0] ?? '').replace(/^.*\//, '');
}

function isRemote(word: string): boolean {
  return (
    /^["']?(https?|ftp):\/\//.test(word) ||
    /^["']?\$/.test(word) ||
    /^[\w-]+(\.[\w-]+)+\/\S/.test(word)
  );
}

/** `curl … | sudo bash -s`. */
function findPipe(
  commands: readonly CommandFact[],
  download: CommandFact,
): CommandFact | undefined {
  const position = commands.indexOf(download);
  return commands.slice(position + 1).find(command => {
    if (
      command.pipeline !== download.pipeline ||
      command.location.path !== download.location.path ||
      command.insideOf !== download.insideOf
    )
      return false;
    const words = stripPrivilege(command.words);
    const name = getName(words);
    if (name === 'tar' || name === 'gunzip') return isIntoBin(words);
    if (/^(python3?|perl|ruby|node|php)$/.test(name))
      return words.length === 1 || words[1] === '-';
    return INTERPRETERS.test(name) && !words.includes('-c');
  });
}

/** `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(curl …)"`. */
function findParent(
  commands: readonly CommandFact[],
  download: CommandFact,
): CommandFact | undefined {
  if (download.insideOf === undefined) return undefined;
  const parent = commands.find(command => download.insideOf === command.text);
  return parent && INTERPRETERS.test(getName(stripPrivilege(parent.words)))
    ? parent
    : undefined;
}

/** Files the download writes. */
function getTargets(
  command: CommandFact,
  words: readonly string[],
): readonly string[] {
  const isCurl = getName(words) === 'curl';
  const named = words.flatMap((word, index) => {
    const previous = words[index - 1] ?? '';
    const isOutput = isCurl
      ? /^(-\w*o|--output)$/.test(previous)
      : /^(-\w*O|--output-document|-OutFile|-o)$/.test(previous);
    return isOutput && word !== '-'
      ? [word]
      : /^--output(?:-document)?=(.+)$/.exec(word)?.[1] ?? [];
  });
  const urls = words.filter(word => /^https?:\/\//.test(word));
  const isRemoteName = isCurl
    ? words.some(word => /^-\w*O\w*$|^--remote-name/.test(word))
    : named.length === 0;
  const remote = isRemoteName
    ? urls.map(url => url.replace(/[?#].*$/, '').replace(/^.*\//, ''))
    : [];
  return [...named, ...remote, ...command.writes].filter(
    target => target !== '' && target !== '/dev/null',
  );
}

function findExecution(
  later: readonly CommandFact[],
  targets: readonly string[],
): CommandFact | undefined {
  if (targets.length === 0) return undefined;
  const names = targets.map(target => target.replace(/^.*\//, ''));
  const isTarget = (word: string) =>
    targets.includes(word.replace(/^\.\//, '')) ||
    targets.includes(word) ||
    names.includes(word.replace(/^.*\//, ''));
  return later.find(command => {
    const words = stripPrivilege(command.words);
    const name = getName(words);
    if (isTarget(words[0] ?? '') && /[./]/.test(words[0] ?? '')) return true;
    if (!words.slice(1).some(isTarget)) return false;
    if (INTERPRETERS.test(name)) return true;
    if (name === 'chmod')
      return words.some(word =>
        /^([ugoa]*\+r?w?x|0?[0-7]*[1357][0-7]*)$/.test(word),
      );
    if (name === 'install') return words.some(word => BIN_FOLDER.test(word));
    if (/^(dpkg|rpm|apt|apt-get|yum|dnf|installer)$/.test(name))
      return words.some(word =>
        /^(-\w*[iUF]\w*|install|localinstall)$/.test(word),
      );
    return /^(tar|unzip|mv|cp)$/.test(name) && isIntoBin(words);
  });
}

function isIntoBin(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      BIN_FOLDER.test(word) &&
      (index === words.length - 1 ||
        /^(-C|-d|--directory|-\w*C|-xzC)$/.test(words[index - 1] ?? '')),
  );
}

/** A checksum or signature that is checked in the same script. */
function findVerification(
  commands: readonly CommandFact[],
  from: number,
  executedBy: CommandFact,
): CommandFact | undefined {
  const until = commands.indexOf(executedBy);
  const { path } = executedBy.location;
  return commands
    .slice(from + 1, Math.max(until, from + 1) + 1)
    .find(command => {
      if (command.location.path !== path) return false;
      const words = stripPrivilege(command.words);
      const name = getName(words);
      if (!VERIFIERS.test(name)) return false;
      if (/sum$|^shasum$/.test(name))
        return (
          words.some(word => /^(-\w*c\w*|--check)$/.test(word)) ||
          words.length > 1
        );
      if (name === 'rpm')
        return words.some(word => /^(-K|--checksig)$/.test(word));
      return (
        name !== 'openssl' ||
        words.includes('-verify') ||
        words.includes('dgst')
      );
    });
}
