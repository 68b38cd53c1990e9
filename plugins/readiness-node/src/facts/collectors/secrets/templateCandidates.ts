import { getYamlNode, type YamlNode } from '../../../parsers/yaml';
import type { Candidate } from './candidate';
import { readYamlCandidates } from './yamlCandidates';

/** Whether a tree is a CloudFormation or SAM template. */
export function isTemplate(root: YamlNode | undefined): boolean {
  const resources = getYamlNode(root, 'Resources');
  return (
    resources?.kind === 'map' &&
    resources.entries.some(
      ({ value }) => getYamlNode(value, 'Type') !== undefined,
    )
  );
}

/** Parameters' defaults and resources' properties of a template. */
export function readTemplateCandidates(
  root: YamlNode | undefined,
  path: string,
): readonly Candidate[] {
  const parameters = getYamlNode(root, 'Parameters');
  const found =
    parameters?.kind === 'map'
      ? parameters.entries.map(({ key, keyLine, value }): Candidate => {
          const given = getYamlNode(value, 'Default');
          const line = given ?? value;
          return {
            path,
            startLine: given ? line.startLine : keyLine,
            endLine: line.endLine,
            name: key,
            owner: { subject: key, type: 'parameter' },
            ...(given?.kind === 'scalar' &&
              given.value !== null && { value: given.text }),
          };
        })
      : [];
  return [
    ...found,
    ...readYamlCandidates(getYamlNode(root, 'Globals'), path),
    ...readYamlCandidates(getYamlNode(root, 'Resources'), path),
  ];
}
