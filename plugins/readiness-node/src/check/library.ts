import type { Facts } from '../facts/facts';
import type { CheckContext } from './check';

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
export function findLibraryKind({
  entity,
  facts,
}: CheckContext): string | undefined {
  if (entity.type !== undefined && LIBRARY_TYPES.test(entity.type)) {
    return entity.type;
  }
  const runs = facts.workloads.length + facts.containerfiles.length;
  if (runs > 0 || facts.sourceLanguages.length > 0) return undefined;
  return findShape(facts);
}

/** What a repository that runs nothing is made to be: told by its files. */
function findShape(facts: Facts): string | undefined {
  const paths = new Set(facts.files.map(file => file.path));
  const has = (pattern: RegExp) =>
    facts.files.some(file => pattern.test(file.path));
  const isOperated = has(
    /(^|\/)(site|playbook|inventory|hosts)[\w-]*\.ya?ml$|(^|\/)inventor(y|ies)\/|(^|\/)Policyfile\.rb$|(^|\/)Puppetfile$/,
  );
  if (!isOperated && paths.has('tasks/main.yml') && paths.has('meta/main.yml'))
    return 'Ansible role';
  if (!isOperated && paths.has('galaxy.yml')) return 'Ansible collection';
  if (!isOperated && paths.has('metadata.rb') && has(/^(recipes|resources)\//))
    return 'Chef cookbook';
  if (!isOperated && paths.has('metadata.json') && has(/^manifests\/.*\.pp$/))
    return 'Puppet module';
  const projects = facts.terraformProjects.filter(
    ({ role }) => role !== 'example',
  );
  const isModule =
    projects.length > 0 && projects.every(({ role }) => role === 'reusable');
  return isModule && !has(/(^|\/)(Chart\.yaml|kustomization\.ya?ml)$/)
    ? 'Terraform module'
    : undefined;
}
