import type { Facts } from '../facts/facts';
import type { CheckContext } from './check';
import { findConfigurationManagementLibrary } from './managementLibrary';

/** Entity types that are used by other code instead of being run. */
const LIBRARY_TYPES =
  /^(library|module|terraform-module|ansible-role|ansible-collection|cookbook|chef-cookbook|puppet-module|package|sdk)$/i;

/**
 * Whether the entity is a library: by its type, or because the repository holds
 * nothing but a reusable Terraform module, Ansible role, Chef cookbook or
 * Puppet module. Gives the words for "not applicable to …".
 *
 * @public
 */
export function findLibraryKind(context: CheckContext): string | undefined {
  const { entity, facts } = context;
  if (entity.type !== undefined && LIBRARY_TYPES.test(entity.type)) {
    return entity.type;
  }
  const runs = facts.workloads.length + facts.containerfiles.length;
  if (runs > 0 || facts.sourceLanguages.length > 0) return undefined;
  return (
    findConfigurationManagementLibrary(context) ?? findTerraformModule(facts)
  );
}

/** Nothing but modules that others call: no root, no chart, no playbook. */
function findTerraformModule(facts: Facts): string | undefined {
  const projects = facts.terraformProjects.filter(
    ({ role }) => role !== 'example',
  );
  const isModule =
    projects.length > 0 && projects.every(({ role }) => role === 'reusable');
  const operates =
    facts.managedUnits.length > 0 ||
    facts.files.some(({ path }) =>
      /(^|\/)(Chart\.yaml|kustomization\.ya?ml)$/.test(path),
    );
  return isModule && !operates ? 'Terraform module' : undefined;
}
