import { getFolder, joinPath } from '../../paths';
import type { Location, Value } from '../../value';
import { evaluate } from '../evaluation/evaluate';
import { toText } from '../evaluation/plain';
import { locate } from '../evaluation/scope';
import type { TerraformFiles } from '../files';
import { TerragruntConfig } from './terragruntConfig';
import type { TerragruntContext } from './terragruntConfig';
import { findTerragruntPaths } from './terragruntFiles';

/** One unit: a module that Terragrunt runs with inputs. */
export interface TerragruntUnit {
  readonly path: string;
  /** Folder of the unit; it is the scope of its resources. */
  readonly folder: string;
  /** As written, with what is known filled in. */
  readonly source: string | undefined;
  /** Folder of the module when it is in the repository. */
  readonly moduleFolder: string | undefined;
  readonly inputs: ReadonlyMap<string, Value>;
  /** Where inputs that this unit's own file gives stand. */
  readonly inputPlaces: ReadonlyMap<string, Location>;
  /** The `terraform` block, or the whole file. */
  readonly location: Location;
  readonly config: TerragruntConfig;
}

/** The units in scope that run a module. */
export function findTerragruntUnits(
  terraform: TerraformFiles,
  context: TerragruntContext,
): readonly TerragruntUnit[] {
  return findTerragruntPaths(context.files).flatMap(path => {
    const config = TerragruntConfig.read(context, path);
    const unit = config && readUnit(terraform, config);
    return unit ? [unit] : [];
  });
}

function readUnit(
  terraform: TerraformFiles,
  config: TerragruntConfig,
): TerragruntUnit | undefined {
  const folder = getFolder(config.path);
  const found = config.findBlock('terraform');
  const expression = found?.block.body.attributes.find(
    ({ name }) => name === 'source',
  )?.expression;
  const source =
    found && expression ? evaluate(expression, found.config.scope) : undefined;
  const text =
    toText(source) ??
    (source?.kind === 'unresolved' ? source.expression : undefined);
  const moduleFolder = text === undefined ? folder : localFolder(folder, text);
  const isOwn = text === undefined && terraform.has(folder);
  if (text === undefined && !isOwn) return undefined;
  const inputs = config.inputs();
  const inputPlaces = new Map(
    [...inputs].flatMap(([name, value]) =>
      value.location.path === config.path
        ? [[name, value.location] as const]
        : [],
    ),
  );
  const isOwnBlock = found?.config === config;
  return {
    path: config.path,
    folder,
    source: text,
    moduleFolder:
      moduleFolder !== undefined && terraform.has(moduleFolder)
        ? moduleFolder
        : undefined,
    inputs,
    inputPlaces,
    location: locate(isOwnBlock && found ? found.block : config.body, config),
    config,
  };
}

/** The folder of `../../modules//db`; undefined for anything remote. */
function localFolder(folder: string, source: string): string | undefined {
  const [path = ''] = source.split('?');
  if (!/^(\.\.?(\/|$)|\/)/.test(path)) return undefined;
  return joinPath(folder, path);
}
