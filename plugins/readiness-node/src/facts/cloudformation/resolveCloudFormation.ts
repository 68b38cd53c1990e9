import type { CollectorOptions } from '../collector';
import type { FileIndex } from '../fileIndex';
import type { Resource } from '../resource';
import {
  ParameterFiles,
  getEnvironment,
  type ParameterSet,
} from './parameterFiles';
import { resolveServerless } from './resolveServerless';
import { Stack } from './stack';
import type { Template } from './template';
import { TemplateIndex } from './templateIndex';
import { addVariants } from './variants';

/** Nodes evaluated per root template and environment. */
const BUDGET = 400_000;
const MOST_VARIANTS = 4;

/** What {@link resolveCloudFormation} reads. */
export interface CloudFormationInput {
  readonly files: FileIndex;
  readonly options: CollectorOptions;
}

/**
 * Resources of CloudFormation and SAM templates (YAML and JSON) and of
 * serverless.yml, evaluated with the parameters of the environment that counts.
 * A template that another one nests is evaluated there and not again.
 */
export function resolveCloudFormation(input: CloudFormationInput): Resource[] {
  const templates = new TemplateIndex(input.files);
  const nestedPaths = new Set<string>();
  const parameterFiles = new ParameterFiles(input);
  const roots = templates.inScope.map(template => ({
    path: template.path,
    resources: resolveRoot(
      template,
      templates,
      nestedPaths,
      parameterFiles.find(template),
      input.options,
    ),
  }));
  const serverless = resolveServerless(input, templates, nestedPaths);
  const kept = roots.filter(root => !nestedPaths.has(root.path));
  const isCycle = kept.length === 0 && serverless.length === 0;
  const standing = isCycle ? roots.slice(0, 1) : kept;
  return [...standing.flatMap(root => root.resources), ...serverless];
}

function resolveRoot(
  template: Template,
  templates: TemplateIndex,
  nestedPaths: Set<string>,
  sets: readonly ParameterSet[],
  options: CollectorOptions,
): readonly Resource[] {
  const resolveWith = (
    environment: string | undefined,
  ): readonly Resource[] => {
    const context = {
      templates,
      nestedPaths,
      budget: { remaining: BUDGET },
      scope: template.path,
      environment: getEnvironment(template.path, options),
      addresses: new Set<string>(),
    };
    return new Stack(context, template, combine(sets, environment)).resolve();
  };
  const named = [...new Set(sets.flatMap(set => set.environment ?? []))];
  const production = options.productionNames.find(name => named.includes(name));
  const others = named.filter(
    name => name !== production && !options.productionNames.includes(name),
  );
  const variants = others
    .slice(0, MOST_VARIANTS)
    .map(name => [name, resolveWith(name)] as const);
  return addVariants(resolveWith(production), new Map(variants));
}

/** What all environments share, and above it the environment's own values. */
function combine(
  sets: readonly ParameterSet[],
  environment: string | undefined,
): ReadonlyMap<string, string> {
  const shared = sets.filter(set => set.environment === undefined);
  const own =
    environment === undefined
      ? []
      : sets.filter(set => set.environment === environment);
  const values = new Map<string, string>();
  for (const set of [...shared, ...own]) {
    for (const [name, value] of set.values) values.set(name, value);
  }
  return values;
}
