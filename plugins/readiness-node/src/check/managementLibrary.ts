import type { Facts } from '../facts/facts';
import type { CheckContext } from './check';

const TYPES =
  /^(ansible-role|ansible-collection|cookbook|chef-cookbook|puppet-module)$/i;
/** Playbooks and inventories: the repository operates hosts of its own. */
const OPERATION =
  /(^|\/)(site|playbook|inventory|hosts)[\w-]*\.ya?ml$|(^|\/)inventor(y|ies)\/|(^|\/)cookbooks\/|(^|\/)Puppetfile$|(^|\/)manifests\/site\.pp$/;
const TEST_SETUP = /(^|\/)(molecule|tests?|spec|examples?)\//;

const SHAPES: readonly {
  readonly kind: string;
  /** Files that must be there, from the folder on. */
  readonly files: readonly RegExp[];
}[] = [
  {
    kind: 'Ansible role',
    files: [/^tasks\/main\.ya?ml$/, /^meta\/main\.ya?ml$/],
  },
  { kind: 'Ansible collection', files: [/^galaxy\.ya?ml$/] },
  {
    kind: 'Chef cookbook',
    files: [/^metadata\.(rb|json)$/, /^(recipes|resources)\/.*\.rb$/],
  },
  {
    kind: 'Puppet module',
    files: [/^metadata\.json$/, /^manifests\/.*\.pp$/],
  },
];

/**
 * Whether all that is linked is a library of configuration management: an
 * Ansible role or collection, a Chef cookbook, a Puppet module. What it sets up
 * is provisioned by whoever uses it.
 *
 * @public
 */
export function findConfigurationManagementLibrary({
  entity,
  facts,
}: CheckContext): string | undefined {
  if (TYPES.test(entity.type ?? '')) return entity.type;
  const runs =
    facts.workloads.length +
    facts.containerfiles.length +
    facts.sourceLanguages.length +
    facts.terraformProjects.filter(({ role }) => role === 'root').length;
  return runs > 0 ? undefined : findShape(facts);
}

function findShape({ files }: Facts): string | undefined {
  const paths = files.map(({ path }) => path);
  const isOperated = paths.some(
    path => OPERATION.test(path) && !TEST_SETUP.test(path),
  );
  if (isOperated) return undefined;
  const prefix = findLinkedFolder(paths);
  return SHAPES.find(shape =>
    ['', prefix].some(folder =>
      shape.files.every(pattern =>
        paths.some(
          path =>
            path.startsWith(folder) && pattern.test(path.slice(folder.length)),
        ),
      ),
    ),
  )?.kind;
}

/** The folder everything lies in, but for files at the root that apply to all. */
function findLinkedFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths
    .filter(path => path.includes('/') && !path.startsWith('.'))
    .map(path => path.slice(0, path.lastIndexOf('/') + 1));
  return others.reduce(getSharedFolder, first);
}

function getSharedFolder(left: string, right: string): string {
  const others = right.split('/');
  const segments = left.split('/');
  const end = segments.findIndex(
    (segment, index) => segment === '' || segment !== others[index],
  );
  return segments
    .slice(0, end)
    .map(segment => `${segment}/`)
    .join('');
}
