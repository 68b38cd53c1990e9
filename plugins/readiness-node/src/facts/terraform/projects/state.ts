import type { HclBlock } from '../../../parsers/hcl';
import type { TerraformState } from '../../types/terraformProjects';
import type { MapValue, Value } from '../../value';
import { asWritten, evaluateBlock } from '../evaluation/blocks';
import { evaluate } from '../evaluation/evaluate';
import { toText } from '../evaluation/plain';
import { createLiteralScope, locate } from '../evaluation/scope';
import type { Scope } from '../evaluation/scope';
import type { ModuleDefinition } from '../module/definition';
import type { TerragruntConfig } from '../terragrunt/terragruntConfig';
import { findExpression } from './declarations';

/** The `backend` or `cloud` block of a module. */
export function readState(
  module: ModuleDefinition,
): TerraformState | undefined {
  for (const { block, path } of module.settings) {
    const scope = createLiteralScope(path);
    const cloud = block.body.blocks.find(inner => inner.type === 'cloud');
    if (cloud) return { kind: 'cloud', ...attributesOf(cloud, scope) };
    const backend = block.body.blocks.find(inner => inner.type === 'backend');
    const [type] = backend?.labels ?? [];
    if (backend)
      return {
        kind: 'backend',
        ...(type !== undefined && { type }),
        ...attributesOf(backend, scope),
      };
  }
  return undefined;
}

/** Terragrunt's `remote_state`, of the unit or of a file it includes. */
export function readRemoteState(
  config: TerragruntConfig,
): TerraformState | undefined {
  const found = config.findBlock('remote_state');
  if (!found) return undefined;
  const { block, config: owner } = found;
  const backend = findExpression(block.body, 'backend');
  const type = backend && toText(evaluate(backend, owner.scope));
  const settings = findExpression(block.body, 'config');
  const location = locate(block, owner);
  const attributes = asMap(settings && evaluate(settings, owner.scope));
  return {
    kind: 'remote_state',
    ...(type !== undefined && { type }),
    attributes: attributes ?? { kind: 'map', entries: {}, location },
    location,
  };
}

function attributesOf(
  block: HclBlock,
  scope: Scope,
): Pick<TerraformState, 'attributes' | 'location'> {
  const location = locate(block, scope);
  const attributes = asMap(evaluateBlock(block, scope, asWritten));
  return {
    attributes: attributes ?? { kind: 'map', entries: {}, location },
    location,
  };
}

function asMap(value: Value | undefined): MapValue | undefined {
  return value?.kind === 'map' ? value : undefined;
}
