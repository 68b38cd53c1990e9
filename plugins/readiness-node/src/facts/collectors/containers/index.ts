import { dockerfileParser } from '../../../parsers/dockerfile';
import { tomlParser } from '../../../parsers/toml';
import { getYamlNode, getYamlText } from '../../../parsers/yaml';
import { defineCollector } from '../../collector';
import { selectCountingFiles } from '../../countingFiles';
import type { FileIndex } from '../../fileIndex';
import { getFolder, joinPath } from '../../paths';
import type { BuildpackFact, ContainerfileFact } from '../../types/containers';
import { readCommandLine } from './readInstructions';
import { readStages } from './readStages';

const CONTAINERFILE =
  /(^|\/)((docker|container)file([._-][\w.-]+)?|[\w.-]+\.(docker|container)file)$/i;
const NOT_CONTAINERFILE =
  /\.(dockerignore|containerignore|j2|jinja2?|tmpl|tpl|template|erb|epp|mustache|md|sh|bak|orig|txt|json|ya?ml|go|ts|js|py|rb|java|cs|snap|lock)$/i;

/** Dockerfiles, Containerfiles and buildpacks. */
export const containersCollector = defineCollector({
  id: 'containers',
  collect({ files }) {
    const counting = new Set(
      selectCountingFiles(files, CONTAINERFILE).map(file => file.path),
    );
    return {
      containerfiles: files
        .matching(CONTAINERFILE)
        .filter(file => !NOT_CONTAINERFILE.test(file.path))
        .flatMap(file =>
          readContainerfile(files, file.path, !counting.has(file.path)),
        ),
      buildpacks: files
        .matching(/(^|\/)project\.toml$/)
        .flatMap(file => readBuildpack(files, file.path)),
    };
  },
});

function readContainerfile(
  files: FileIndex,
  path: string,
  isDevelopment: boolean,
): readonly ContainerfileFact[] {
  const tree = files.parse(dockerfileParser, path);
  if (tree === undefined) return [];
  const { instructions } = tree;
  const stages = readStages(path, instructions);
  const lastStage = stages.at(-1);
  if (lastStage === undefined) return [];
  const lastInstructions = instructions.filter(
    ({ startLine }) => startLine > lastStage.from.startLine,
  );
  const entrypoint = readCommandLine(path, lastInstructions, 'ENTRYPOINT');
  const command = readCommandLine(path, lastInstructions, 'CMD');
  const folders = [getFolder(path), ''];
  return [
    {
      subject: path,
      location: {
        path,
        startLine: 1,
        endLine: instructions.at(-1)?.endLine ?? 1,
      },
      stages,
      ...(entrypoint && { entrypoint }),
      ...(command && { command }),
      hasIgnoreFile:
        files.get(`${path}.dockerignore`) !== undefined ||
        folders.some(
          folder =>
            files.get(joinPath(folder, '.dockerignore') ?? '') !== undefined,
        ),
      isDevelopment,
    },
  ];
}

function readBuildpack(
  files: FileIndex,
  path: string,
): readonly BuildpackFact[] {
  const tree = files.parse(tomlParser, path);
  const section =
    getYamlNode(tree, 'io', 'buildpacks') ??
    getYamlNode(tree, 'build') ??
    getYamlNode(tree, '_');
  if (section === undefined) return [];
  const builder = getYamlText(section, 'builder');
  const { startLine, endLine } = section;
  return [
    {
      subject: path,
      location: { path, startLine, endLine },
      ...(builder !== undefined && { builder }),
    },
  ];
}
