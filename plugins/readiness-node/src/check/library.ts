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
export function findLibraryKind({ entity }: CheckContext): string | undefined {
  return entity.type !== undefined && LIBRARY_TYPES.test(entity.type)
    ? entity.type
    : undefined;
}
