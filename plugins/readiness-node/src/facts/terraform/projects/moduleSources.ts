import type { TerraformModuleCall } from '../../types/terraformProjects';

type Source = Pick<TerraformModuleCall, 'kind' | 'source' | 'version' | 'ref'>;

/** What a module source says: where it comes from and which version. */
export function readSource(
  source: string | undefined,
  version: string | undefined,
): Source {
  if (source === undefined)
    return { kind: 'other', ...(version !== undefined && { version }) };
  const kind = kindOf(source);
  const ref = kind === 'git' ? parameter(source, 'ref') : undefined;
  const given = version ?? parameter(source, 'version');
  return {
    kind,
    source,
    ...(given !== undefined && { version: given }),
    ...(ref !== undefined && { ref }),
  };
}

function kindOf(source: string): TerraformModuleCall['kind'] {
  if (/^(\.\.?(\/|$)|\/)/.test(source)) return 'local';
  if (/^(git::|git@|ssh:\/\/)/.test(source) || /\.git(\/\/|\?|$)/.test(source))
    return 'git';
  if (/^(github\.com|bitbucket\.org|gitlab\.com)\//.test(source)) return 'git';
  if (/^tfr:\/\//.test(source)) return 'registry';
  if (/^([\w.-]+\.[a-z]+\/)?[\w-]+\/[\w-]+\/[\w-]+(\/\/[^?]*)?$/.test(source))
    return 'registry';
  return 'other';
}

function parameter(source: string, name: string): string | undefined {
  const query = source.slice(source.indexOf('?') + 1);
  if (!source.includes('?')) return undefined;
  for (const pair of query.split('&')) {
    const [key, ...value] = pair.split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
