import { defineCollector } from '../../collector';
import { selectCountingFiles } from '../../countingFiles';
import type { FileIndex } from '../../fileIndex';
import type { PackageFact } from '../../types/packages';
import { toPackage, type PackageDraft } from './draft';
import { readDotnet } from './dotnet';
import { readGoModule } from './go';
import { readGradle, readPom } from './jvm';
import { readNpmPackage } from './npm';
import {
  readCargo,
  readComposer,
  readGemfile,
  readMix,
  readPubspec,
} from './others';
import {
  readPipfile,
  readPyproject,
  readRequirementsFile,
  readSetup,
} from './python';

type Reader = (files: FileIndex, path: string) => PackageDraft | undefined;

const READERS: ReadonlyArray<readonly [RegExp, Reader]> = [
  [/(^|\/)package\.json$/, readNpmPackage],
  [/(^|\/)pyproject\.toml$/, readPyproject],
  [/(^|\/)Pipfile$/, readPipfile],
  [
    /(^|\/)(requirements[\w.-]*\.txt|requirements\/[\w.-]+\.txt)$/,
    readRequirementsFile,
  ],
  [/(^|\/)setup\.py$/, readSetup],
  [/(^|\/)go\.mod$/, readGoModule],
  [/(^|\/)pom\.xml$/, readPom],
  [/(^|\/)build\.gradle(\.kts)?$/, readGradle],
  [/(^|\/)(Gemfile|gems\.rb)$/, readGemfile],
  [/(^|\/)Cargo\.toml$/, readCargo],
  [/(^|\/)composer\.json$/, readComposer],
  [/(\.(cs|fs|vb)proj|(^|\/)packages\.config)$/, readDotnet],
  [/(^|\/)mix\.exs$/, readMix],
  [/(^|\/)pubspec\.yaml$/, readPubspec],
];

/** Package manifests with their direct dependencies and locks. */
export const packagesCollector = defineCollector({
  id: 'packages',
  collect({ files }) {
    return { packages: readPackages(files) };
  },
});

/** The manifests of the linked folder. */
export function readPackages(files: FileIndex): readonly PackageFact[] {
  const drafts = READERS.flatMap(([pattern, read]) =>
    selectOwnFiles(files, pattern).flatMap(path => read(files, path) ?? []),
  );
  return drafts.map(draft => toPackage(draft, files));
}

/** Manifests below the linked folder; those at the root only when there are none. */
function selectOwnFiles(files: FileIndex, pattern: RegExp): readonly string[] {
  const paths = selectCountingFiles(files, pattern).map(file => file.path);
  const below = paths.filter(path => files.isBelowSubPath(path));
  return below.length > 0 ? below : paths;
}
