import { findTestEnvironments } from '../../facts/testEnvironments';

/** Names of environments, as folders and files carry them. */
export const ENVIRONMENT =
  /^(prod|production|prd|live|staging|stage|stg|preprod|pre-prod|preproduction|dev|develop|development|test|testing|qa|uat|acc|acceptance|int|integration|sandbox|sbx|demo|perf|nonprod|non-prod|beta|canary-env)$/i;

/** Folders whose children are environments, whatever they are called. */
const ENVIRONMENT_PARENT = /^(envs?|environments|overlays|stages)$/i;

/** Kinds of things that stand for an environment, and the file that shows one. */
const KINDS: readonly { readonly kind: string; readonly file: RegExp }[] = [
  {
    kind: 'Terraform roots',
    file: /^(?<folder>.+)\/[^/]+\.(tf|tofu|tf\.json)$/,
  },
  { kind: 'Terragrunt units', file: /^(?<folder>.+)\/(terragrunt|env)\.hcl$/ },
  { kind: 'overlays', file: /^(?<folder>.+)\/kustomization\.ya?ml$/i },
  {
    kind: 'backends',
    file: /(?<name>[\w-]+)\.tfbackend$|backend[-_.](?<name2>[\w-]+)\.(hcl|tfvars|conf)$|(?<name3>[\w-]+)[-_.]backend\.(hcl|tfvars|conf)$/,
  },
  { kind: 'Pulumi stacks', file: /(^|\/)Pulumi\.(?<name>[\w-]+)\.ya?ml$/ },
  {
    kind: 'Argo CD applications',
    file: /^(?<folder>.*(argocd|argo-cd|applications|apps|clusters|flux)\/[^/]+)\/[^/]+\.ya?ml$/i,
  },
];

/** A kind of separation and the environments it has. */
export interface EnvironmentFolders {
  readonly kind: string;
  readonly members: readonly EnvironmentMember[];
}

/** One environment: its folder or file, and a file that shows it. */
export interface EnvironmentMember {
  readonly environment: string;
  readonly subject: string;
  readonly path: string;
}

/** The environments a repository keeps apart, by kind; one member an environment. */
export function findEnvironmentFolders(
  paths: readonly string[],
): readonly EnvironmentFolders[] {
  const testEnvironments = findTestEnvironments(paths);
  return KINDS.flatMap(({ kind, file }) => {
    const members = new Map<string, EnvironmentMember>();
    for (const path of paths) {
      const member = findMember(path, file, testEnvironments);
      if (member !== undefined && !members.has(member.environment))
        members.set(member.environment, member);
    }
    return members.size === 0 ? [] : [{ kind, members: [...members.values()] }];
  });
}

function findMember(
  path: string,
  file: RegExp,
  testEnvironments: ReadonlySet<string>,
): EnvironmentMember | undefined {
  const groups = file.exec(path)?.groups;
  if (groups === undefined) return undefined;
  const { folder, name, name2, name3 } = groups;
  if (folder !== undefined) return findInFolder(path, folder, testEnvironments);
  const given = name ?? name2 ?? name3 ?? '';
  const environment = given.split(/[-_.]/).find(part => ENVIRONMENT.test(part));
  return environment === undefined
    ? undefined
    : { environment: environment.toLowerCase(), subject: path, path };
}

/** Folders in which `test` is an environment beside others, and no test code. */
const HOLDER =
  /^(env\w*|stages?|stacks|live|accounts|clusters|overlays|deployments?|roots)$/i;

/** The last segment that names an environment, modules left out. */
function findInFolder(
  path: string,
  folder: string,
  testEnvironments: ReadonlySet<string>,
): EnvironmentMember | undefined {
  const segments = folder.split('/');
  const isOther = (segment: string, index: number) =>
    /^(modules?|components?|base|tests)$/i.test(segment) ||
    (/^test$/i.test(segment) &&
      !HOLDER.test(segments[index - 1] ?? '') &&
      !testEnvironments.has(segments.slice(0, index + 1).join('/')));
  if (segments.some(isOther)) return undefined;
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index] ?? '';
    const isChild = ENVIRONMENT_PARENT.test(segments[index - 1] ?? '');
    const environment =
      isChild || ENVIRONMENT.test(segment)
        ? segment
        : segment
            .split(/[-_.]/)
            .find(part => ENVIRONMENT.test(part) && part.length > 2);
    if (environment !== undefined) {
      return {
        environment: environment.toLowerCase(),
        subject: segments.slice(0, index + 1).join('/'),
        path,
      };
    }
  }
  return undefined;
}
