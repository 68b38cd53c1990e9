import {
  hclParser,
  type HclBlock,
  type HclExpression,
} from '../../../parsers/hcl';
import type { Resource } from '../../resource';
import type { Location } from '../../value';
import { evaluate } from '../evaluation/evaluate';
import { toText } from '../evaluation/plain';
import type { Budget } from '../evaluation/scope';
import type { TerraformFiles } from '../files';
import { defineModule } from '../module/definition';
import { placeAtCall } from '../registry/placeAtCall';
import { resolveRoot } from '../resolveRoot';
import type { TerragruntConfig } from './terragruntConfig';

/** Providers that `generate` blocks write into the module of a unit. */
export function resolveGeneratedProviders(
  terraform: TerraformFiles,
  config: TerragruntConfig,
  budget: Budget,
  run: {
    readonly scope: string;
    readonly environment: string | undefined;
    readonly limit: number;
  },
): readonly Resource[] {
  return listGenerateBlocks(terraform, config).flatMap(
    ({ block, path, text }) => {
      const body = hclParser.parse(text).tree;
      if (body === undefined) return [];
      const location: Location = {
        path,
        startLine: block.startLine,
        endLine: block.endLine,
      };
      return resolveRoot(terraform, budget, {
        ...run,
        definition: defineModule(run.scope, [{ path, body }]),
        values: new Map(),
        placement: placeAtCall({ block: location, argumentPlaces: new Map() }),
      }).filter(({ type }) => type.startsWith('provider.'));
    },
  );
}

interface Generated {
  readonly block: HclBlock;
  readonly path: string;
  readonly text: string;
}

function listGenerateBlocks(
  terraform: TerraformFiles,
  config: TerragruntConfig,
): readonly Generated[] {
  const own = config.body.blocks.flatMap((block): Generated[] => {
    const expression = block.body.attributes.find(
      ({ name }) => name === 'contents',
    )?.expression;
    if (block.type !== 'generate' || expression === undefined) return [];
    const text =
      toText(evaluate(expression, config.scope)) ??
      readHereDocument(terraform, config.path, expression);
    return text === undefined ? [] : [{ block, path: config.path, text }];
  });
  return [
    ...own,
    ...[...config.included.values()].flatMap(included =>
      listGenerateBlocks(terraform, included),
    ),
  ];
}

/** The lines of a here-document; what they interpolate stays as written. */
function readHereDocument(
  terraform: TerraformFiles,
  path: string,
  { startLine, endLine }: HclExpression,
): string | undefined {
  const lines = terraform.index
    .get(path)
    ?.text?.split('\n')
    .slice(startLine - 1, endLine);
  if (lines === undefined || !/<<-?\s*\w+\s*$/.test(lines[0] ?? ''))
    return undefined;
  const isClosed = /^\s*\w+\s*$/.test(lines[lines.length - 1] ?? '');
  return lines.slice(1, isClosed ? -1 : undefined).join('\n');
}
