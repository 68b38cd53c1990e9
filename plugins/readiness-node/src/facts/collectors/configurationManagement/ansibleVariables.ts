import { getYamlText, yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';

const SHARED = /(^|\/)group_vars\/all(\/[\w.-]+)?(\.ya?ml)?$/;

/**
 * The text of an argument: itself, or what its one variable is set to in the
 * role's defaults and vars or for all hosts. Absent when nobody can tell.
 */
export function resolveAnsibleText(
  text: string,
  files: FileIndex,
  path: string,
): string | undefined {
  if (!text.includes('{{')) return text;
  const { name, fallback } =
    /^\{\{\s*(?<name>\w+)\s*(\|\s*default\(\s*["'](?<fallback>[^"']*)["']\s*\)\s*)?\}\}$/.exec(
      text,
    )?.groups ?? {};
  if (name === undefined) return undefined;
  const found = findVariable(name, files, path) ?? fallback;
  return found?.includes('{{') ? undefined : found;
}

/** Narrower places win: the role's vars, all hosts', the role's defaults. */
function findVariable(
  name: string,
  files: FileIndex,
  path: string,
): string | undefined {
  const role = /^(.*?\/)?(?=(tasks|handlers)\/)/.exec(path)?.[0];
  const own = (folder: string) =>
    role === undefined
      ? []
      : [`${role}${folder}/main.yml`, `${role}${folder}/main.yaml`];
  const shared = files.wholeRepository
    .map(file => file.path)
    .filter(each => SHARED.test(each));
  for (const place of [...own('vars'), ...shared, ...own('defaults')]) {
    const root = files.parse(yamlParser, place)?.[0]?.root;
    const text = getYamlText(root, name);
    if (text !== undefined) return text;
  }
  return undefined;
}
