import { yamlParser } from '../../parsers/yaml';
import type { FileIndex } from '../fileIndex';
import { getBaseName, getFolder, joinPath } from '../paths';
import type { Value } from '../value';
import { toYamlValue } from '../yamlValue';
import { mayBeTemplate, toTemplate, type Template } from './template';
import { spellOutShortForm } from './templateTags';

const TEMPLATE_FILE = /\.(ya?ml|json|template|cfn|cform)$/i;

/** The templates of a repository, read once. */
export class TemplateIndex {
  private readonly templates = new Map<string, Template>();

  constructor(private readonly files: FileIndex) {
    for (const file of files.wholeRepository) {
      if (!TEMPLATE_FILE.test(file.path) || !mayBeTemplate(file.text ?? ''))
        continue;
      const template = toTemplate(file.path, this.readValue(file.path));
      if (template !== undefined) this.templates.set(file.path, template);
    }
  }

  /** Templates that count for the entity, in path order. */
  get inScope(): readonly Template[] {
    return [...this.templates.values()].filter(template =>
      this.files.isInScope(template.path),
    );
  }

  get(path: string): Template | undefined {
    return this.templates.get(path);
  }

  /**
   * The template a nested stack names: by local path, or for a URL by the
   * file the end of the URL can only mean (`…/templates/vpc.yaml`).
   */
  findNested(from: string, location: string): Template | undefined {
    const isUrl = /^(https?|s3):/i.test(location) || location.includes('${');
    if (!isUrl) {
      const path = joinPath(
        getFolder(from),
        location.replace(/^file:\/\//, ''),
      );
      const found = path === undefined ? undefined : this.templates.get(path);
      if (found !== undefined) return found;
    }
    return this.findByEnding(from, location);
  }

  private findByEnding(from: string, location: string): Template | undefined {
    const wanted = location.split(/[?#]/, 1)[0] ?? '';
    const name = getBaseName(wanted.replaceAll('}', '/'));
    const named = [...this.templates.values()].filter(
      template => template.path !== from && getBaseName(template.path) === name,
    );
    const nearest = named.filter(template =>
      wanted.endsWith(lastSegments(template.path)),
    );
    const candidates = nearest.length > 0 ? nearest : named;
    return candidates.length === 1 ? candidates[0] : undefined;
  }

  /** The value of a YAML or JSON file, intrinsic functions spelled out. */
  readValue(path: string): Value | undefined {
    const root = this.files.parse(yamlParser, path)?.[0]?.root;
    return root && toYamlValue(root, path, spellOutShortForm);
  }
}

function lastSegments(path: string): string {
  return path.split('/').slice(-2).join('/');
}
