import type { CheckContext } from '../../check';
import type { PackageFact } from '../../facts/types/packages';
import type { InstallMode } from './installModes';

/** What installs the rest: its newest version changes nothing of the application. */
const INSTALLERS = /^(pip|setuptools|wheel|build|uv|pip-tools)$/;

const locked = (reason: string): InstallMode => ({ isLocked: true, reason });
const open = (reason: string): InstallMode => ({ isLocked: false, reason });

/** `pip install -r requirements.txt`: pinned when all that it installs is. */
export function judgeRequirements(
  paths: readonly string[],
  words: readonly string[],
  facts: CheckContext['facts'],
): InstallMode {
  if (words.some(word => /^(-c|--constraint)$/.test(word)))
    return locked('a constraints file pins the versions');
  const beside = findUnpinned(words);
  if (beside !== undefined) return open(`${beside}==<version>`);
  const manifests = paths.map(path => findManifest(path, facts));
  const loose = manifests.find(
    each => each && each.fixedBy === undefined && each.dependencies.length > 0,
  );
  if (loose)
    return open(`== or hashes for every requirement of ${loose.subject}`);
  if (manifests.every(manifest => manifest !== undefined))
    return locked('every requirement is pinned');
  return open(`${paths.join(', ')} with == or hashes in the repository`);
}

function findManifest(
  path: string,
  facts: CheckContext['facts'],
): PackageFact | undefined {
  const plain = path.replace(/^(\.\/|\/(\w+\/)?)/, '');
  const name = plain.slice(plain.lastIndexOf('/') + 1);
  const python = facts.packages.filter(
    ({ ecosystem }) => ecosystem === 'python',
  );
  return (
    python.find(({ subject }) => subject === plain) ??
    python.find(({ subject }) => subject.endsWith(`/${plain}`)) ??
    python.find(
      ({ subject }) => subject.endsWith(`/${name}`) || subject === name,
    )
  );
}

/** A package that is named beside the requirements, without a version. */
function findUnpinned(words: readonly string[]): string | undefined {
  return words.find(
    (word, index) =>
      index > 0 &&
      !words[index - 1]?.startsWith('-') &&
      /^[A-Za-z][\w.-]*(\[[\w,-]+\])?$/.test(word) &&
      !INSTALLERS.test(word),
  );
}
