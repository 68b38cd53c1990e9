import { tomlParser } from '../../../parsers/toml';
import { getYamlNode } from '../../../parsers/yaml';
import type { CollectorOptions } from '../../collector';
import type { FileIndex } from '../../fileIndex';
import {
  findEnvironmentFolder,
  isEnvironmentName,
} from '../../kubernetes/environments';
import { getFolder, isDevelopmentPath } from '../../paths';
import type { SnapshotFile } from '../../snapshot';
import { findTestEnvironments } from '../../testEnvironments';
import type { EnvironmentConfigFact } from '../../types/configuration';
import { findOperatedFiles } from '../operatedFiles';
import { ENVIRONMENT_FILES } from './environmentFiles';

/** Names that files of settings carry without being an environment. */
const NO_ENVIRONMENT =
  /^(example|examples|sample|template|dist|default|defaults|schema|common|global|base|shared|backend|secrets?)$/i;

/** Values that chart-testing installs a chart with. */
const CHART_TEST_VALUES = /(^|\/)ci\/[\w.-]*values\.ya?ml$/;

/** Files that hold the settings of one environment, and profiles inside files. */
export function readEnvironmentConfigs(
  files: FileIndex,
  options: CollectorOptions,
): readonly EnvironmentConfigFact[] {
  return [...findOperatedFiles(files, /./), ...findTestEnvironmentFiles(files)]
    .filter(({ path }) => !isDevelopmentPath(path))
    .flatMap(file => [
      ...readByPath(file, options),
      ...readProfiles(file),
      ...readSamConfig(file, files),
    ]);
}

/** Environments called `test`, which look like folders of tests. */
function findTestEnvironmentFiles(files: FileIndex): readonly SnapshotFile[] {
  const folders = findTestEnvironments(files.all.map(({ path }) => path));
  return files.all.filter(({ path }) => folders.has(getFolder(path)));
}

function readByPath(
  file: SnapshotFile,
  options: CollectorOptions,
): readonly EnvironmentConfigFact[] {
  if (CHART_TEST_VALUES.test(file.path)) return [];
  for (const { kind, path, isAnyName, content, not } of ENVIRONMENT_FILES) {
    const named = path.exec(file.path)?.groups?.name;
    // `live/prod/vpc` is production's: the innermost folder tells.
    const environment =
      kind === 'Terragrunt inputs' && named !== undefined
        ? findEnvironmentFolder(getFolder(file.path), options)?.environment
        : named;
    if (environment === undefined || NO_ENVIRONMENT.test(environment)) continue;
    if (isAnyName !== true && !isEnvironmentName(environment, options))
      continue;
    const text = file.text ?? '';
    if (content?.test(text) === false || not?.test(text) === true) continue;
    return [
      {
        subject: file.path,
        kind,
        environment,
        location: { path: file.path, startLine: 1, endLine: 1 },
      },
    ];
  }
  return [];
}

/** `spring.config.activate.on-profile` of a document in `application.yml`. */
function readProfiles({
  path,
  text = '',
}: SnapshotFile): readonly EnvironmentConfigFact[] {
  if (!/(^|\/)application\.(ya?ml|properties)$/.test(path)) return [];
  const pattern =
    /^\s*(?:spring\.config\.activate\.)?on-profile\s*[:=]\s*(.+)$/;
  return text.split('\n').flatMap((line, index) => {
    const environment = pattern.exec(line)?.[1]?.replace(/["']/g, '').trim();
    if (environment === undefined) return [];
    const location = { path, startLine: index + 1, endLine: index + 1 };
    return [{ subject: path, kind: 'Spring profiles', environment, location }];
  });
}

/** Tables of `samconfig.toml`: each deploys a stack of its own. */
function readSamConfig(
  { path }: SnapshotFile,
  files: FileIndex,
): readonly EnvironmentConfigFact[] {
  if (!/(^|\/)samconfig\.toml$/.test(path)) return [];
  const root = files.parse(tomlParser, path);
  if (root?.kind !== 'map') return [];
  return root.entries.flatMap(({ key, keyLine, value }) => {
    const parameters = getYamlNode(value, 'deploy', 'parameters');
    if (parameters === undefined || key === 'default') return [];
    const location = {
      path,
      startLine: keyLine,
      endLine: Math.max(keyLine, parameters.endLine),
    };
    return [
      { subject: path, kind: 'stack parameters', environment: key, location },
    ];
  });
}
