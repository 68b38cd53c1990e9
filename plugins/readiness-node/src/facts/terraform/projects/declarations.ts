import type { HclBlock, HclBody, HclExpression } from '../../../parsers/hcl';
import type {
  TerraformModuleCall,
  TerraformOutput,
  TerraformRequiredProvider,
  TerraformUsedProvider,
  TerraformVariable,
} from '../../types/terraformProjects';
import type { Value } from '../../value';
import { evaluate } from '../evaluation/evaluate';
import { toText } from '../evaluation/plain';
import { createLiteralScope, locate } from '../evaluation/scope';
import type { Declared, ModuleDefinition } from '../module/definition';
import { readSource } from './moduleSources';

/** An attribute's expression by name. */
export function findExpression(
  body: HclBody,
  name: string,
): HclExpression | undefined {
  return body.attributes.find(attribute => attribute.name === name)?.expression;
}

/** An attribute's value when it is literal. */
export function readLiteral(
  { block, path }: Declared,
  name: string,
): Value | undefined {
  const expression = findExpression(block.body, name);
  return expression && evaluate(expression, createLiteralScope(path));
}

function readText(declared: Declared, name: string): string | undefined {
  return toText(readLiteral(declared, name));
}

/** The variables a module declares. */
export function listVariables(
  module: ModuleDefinition,
): readonly TerraformVariable[] {
  return [...module.variables].map(([name, declared]) => {
    const type = findExpression(declared.block.body, 'type');
    const value = readLiteral(declared, 'default');
    const description = readText(declared, 'description');
    return {
      name,
      ...(type && {
        type: type.kind === 'literal' ? String(type.value) : type.text,
      }),
      ...(value && { default: value }),
      ...(description !== undefined && { description }),
      hasValidation: declared.block.body.blocks.some(
        block => block.type === 'validation',
      ),
      isSensitive: readText(declared, 'sensitive') === 'true',
      location: locate(declared.block, declared),
    };
  });
}

/** The outputs a module declares. */
export function listOutputs(
  module: ModuleDefinition,
): readonly TerraformOutput[] {
  return [...module.outputs].map(([name, declared]) => {
    const description = readText(declared, 'description');
    return {
      name,
      ...(description !== undefined && { description }),
      isSensitive: readText(declared, 'sensitive') === 'true',
      location: locate(declared.block, declared),
    };
  });
}

/** The module calls of a module, as written. */
export function listCalls(
  module: ModuleDefinition,
): readonly TerraformModuleCall[] {
  return [...module.calls].map(([name, declared]) => ({
    name,
    ...readSource(readText(declared, 'source'), readText(declared, 'version')),
    location: locate(declared.block, declared),
  }));
}

/** What `required_providers` names. */
export function listRequiredProviders(
  module: ModuleDefinition,
): readonly TerraformRequiredProvider[] {
  return module.settings.flatMap(({ block, path }) =>
    block.body.blocks
      .filter(inner => inner.type === 'required_providers')
      .flatMap(inner => inner.body.attributes)
      .map(attribute => {
        const value = evaluate(attribute.expression, createLiteralScope(path));
        const entries = value.kind === 'map' ? value.entries : {};
        const source = toText(entries.source);
        const version =
          value.kind === 'scalar' ? toText(value) : toText(entries.version);
        return {
          name: attribute.name,
          ...(source !== undefined && { source }),
          ...(version !== undefined && { version }),
          location: locate(attribute, { path }),
        };
      }),
  );
}

/** Providers in use, by the local name Terraform would look for. */
export function listUsedProviders(
  module: ModuleDefinition,
): readonly TerraformUsedProvider[] {
  const used = new Map<string, TerraformUsedProvider>();
  const note = (name: string, declared: Declared) => {
    if (name !== '' && name !== 'terraform' && !used.has(name)) {
      used.set(name, { name, location: locate(declared.block, declared) });
    }
  };
  for (const declared of module.resources.values())
    note(providerOf(declared.block), declared);
  for (const declared of module.providers.values())
    note(declared.block.labels[0] ?? '', declared);
  return [...used.values()];
}

/** `provider = google-beta` wins over the type's first word. */
function providerOf(block: HclBlock): string {
  const chosen = findExpression(block.body, 'provider')?.text;
  if (chosen !== undefined) return chosen.split('.')[0] ?? '';
  return (block.labels[0] ?? '').split('_')[0] ?? '';
}
