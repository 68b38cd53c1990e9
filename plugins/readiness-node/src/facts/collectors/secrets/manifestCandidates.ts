import {
  getYamlEntry,
  getYamlNode,
  getYamlText,
  type YamlDocument,
  type YamlNode,
} from '../../../parsers/yaml';
import type { Candidate } from './candidate';
import { isPublicKey } from './hclCandidates';
import { readYamlCandidates } from './yamlCandidates';

/** Kinds whose body is read by names; of others only environment variables. */
const VALUES_KINDS =
  /^(ConfigMap|HelmRelease|HelmChart|Application|ApplicationSet|Kustomization|HelmChartConfig)$/;
/** Encrypted, or references only. */
const SAFE_KINDS =
  /^(SealedSecret|ExternalSecret|ClusterExternalSecret|SecretStore|ClusterSecretStore|SecretProviderClass|VaultStaticSecret|PushSecret|CustomResourceDefinition|SopsSecret)$/;

/** Names and values of a Kubernetes object; nothing for other documents. */
export function readManifestCandidates(
  { root }: YamlDocument,
  path: string,
): readonly Candidate[] | undefined {
  const kind = getYamlText(root, 'kind');
  if (root === undefined || kind === undefined) return undefined;
  if (getYamlText(root, 'apiVersion') === undefined) return undefined;
  if (SAFE_KINDS.test(kind) || getYamlEntry(root, 'sops')) return [];
  if (kind === 'List') return readItems(getYamlNode(root, 'items'), path);
  if (kind === 'Secret') return readSecret(root, path);
  return VALUES_KINDS.test(kind)
    ? readYamlCandidates(root, path)
    : readEnvironments(root, path, 0);
}

function readItems(
  node: YamlNode | undefined,
  path: string,
): readonly Candidate[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap(
    root =>
      readManifestCandidates(
        { root, startLine: root.startLine, endLine: root.endLine },
        path,
      ) ?? [],
  );
}

function readSecret(root: YamlNode, path: string): readonly Candidate[] {
  const isToken =
    getYamlText(root, 'type') === 'kubernetes.io/service-account-token';
  if (isToken) return [];
  return (['stringData', 'data'] as const).flatMap(field => {
    const map = getYamlNode(root, field);
    if (map?.kind !== 'map') return [];
    return map.entries.map(({ key, keyLine, value }): Candidate => {
      const text =
        value.kind === 'scalar' && value.value !== null ? value.text : '';
      return {
        path,
        startLine: keyLine,
        endLine: Math.max(keyLine, value.endLine),
        name: key,
        value: field === 'data' ? decode(text) : text,
        isSecretPlace: !isPublicKey(key),
      };
    });
  });
}

/** Base64 when it is; a template or a placeholder stays as it is. */
function decode(text: string): string {
  const packed = text.replace(/\s/g, '');
  if (packed.length < 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return text;
  return Buffer.from(packed, 'base64').toString('utf8');
}

/** Containers' `env` and `args`, wherever the kind keeps them. */
function readEnvironments(
  node: YamlNode,
  path: string,
  depth: number,
): readonly Candidate[] {
  if (depth > 40) return [];
  if (node.kind === 'list')
    return node.items.flatMap(item => readEnvironments(item, path, depth + 1));
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) =>
    /^(env|args|command)$/.test(key) && value.kind === 'list'
      ? readYamlCandidates(value, path)
      : readEnvironments(value, path, depth + 1),
  );
}
