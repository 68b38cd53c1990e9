import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { getYamlLocation } from '../../yamlValue';
import type { ResourceIndex } from '../../resourceIndex';
import type { DeliveryFact } from '../../types/pipelines';
import { readDeliveryResources } from './deliveryResources';

const GITOPS_KINDS =
  /^(Application|ApplicationSet|Kustomization|HelmRelease|AppProject|ImageUpdateAutomation|Rollout|Canary|Terraform)$/;

/** Argo CD, Flux, Skaffold, Spinnaker, CodePipeline, CodeDeploy, Atlantis. */
export function readDeliveries(
  files: FileIndex,
  resources: ResourceIndex,
): readonly DeliveryFact[] {
  return [
    ...readManifests(files),
    ...readFiles(files),
    ...readDeliveryResources(resources),
  ];
}

function readManifests(files: FileIndex): readonly DeliveryFact[] {
  return files
    .matching(/\.ya?ml$/)
    .filter(
      ({ text }) =>
        text !== undefined &&
        /^apiVersion:\s*["']?(argoproj\.io|kustomize\.toolkit\.fluxcd\.io|helm\.toolkit\.fluxcd\.io|image\.toolkit\.fluxcd\.io|infra\.contrib\.fluxcd\.io|flagger\.app)\//m.test(
          text,
        ),
    )
    .flatMap(({ path }) =>
      (files.parse(yamlParser, path) ?? []).flatMap(({ root }) =>
        root ? readManifest(path, root) ?? [] : [],
      ),
    );
}

function readManifest(path: string, root: YamlNode): DeliveryFact | undefined {
  const kind = getYamlText(root, 'kind') ?? '';
  const api = getYamlText(root, 'apiVersion') ?? '';
  if (!GITOPS_KINDS.test(kind) || kind === 'AppProject') return undefined;
  const namespace = getYamlText(root, 'metadata', 'namespace') ?? 'default';
  const subject = `${kind}/${namespace}/${
    getYamlText(root, 'metadata', 'name') ?? ''
  }`;
  const location = getYamlLocation(root, path);
  const isInfrastructure =
    kind === 'Terraform' ||
    /(terraform|infra|crossplane)/i.test(
      `${getYamlText(root, 'spec', 'path') ?? ''} ${
        getYamlText(root, 'spec', 'source', 'path') ?? ''
      }`,
    );
  const rollback =
    kind === 'HelmRelease' ? readRemediation(path, root) : undefined;
  return {
    subject,
    tool: getTool(api, kind),
    delivers: isInfrastructure ? 'infrastructure' : 'application',
    location,
    text: `kind: ${kind}`,
    ...(rollback && { rollback }),
  };
}

function getTool(api: string, kind: string): string {
  if (kind === 'Rollout') return 'Argo Rollouts';
  if (kind === 'Canary') return 'Flagger';
  return api.startsWith('argoproj.io') ? 'Argo CD' : 'Flux';
}

/** `upgrade.remediation.retries` ≥ 0 rolls back unless the strategy is uninstall. */
function readRemediation(
  path: string,
  root: YamlNode,
): DeliveryFact['rollback'] {
  const remediation = getYamlNode(root, 'spec', 'upgrade', 'remediation');
  if (
    remediation === undefined ||
    getYamlText(remediation, 'strategy') === 'uninstall'
  )
    return undefined;
  const isOn =
    getYamlNode(remediation, 'retries') ??
    getYamlNode(remediation, 'remediateLastFailure') ??
    getYamlNode(remediation, 'strategy');
  if (isOn === undefined || getYamlText(isOn) === 'false') return undefined;
  return {
    text: 'upgrade.remediation',
    location: getYamlLocation(remediation, path),
  };
}

interface KnownFile {
  readonly pattern: RegExp;
  readonly tool: string;
  readonly delivers: DeliveryFact['delivers'];
  readonly proves: (root: YamlNode) => YamlNode | undefined;
}

const KNOWN_FILES: readonly KnownFile[] = [
  {
    pattern: /(^|\/)skaffold[\w.-]*\.ya?ml$/,
    tool: 'Skaffold',
    delivers: 'application',
    proves: root =>
      getYamlNode(root, 'deploy') ??
      getYamlNode(root, 'manifests') ??
      getYamlNode(root, 'kind'),
  },
  {
    pattern: /(^|\/)atlantis\.ya?ml$/,
    tool: 'Atlantis',
    delivers: 'infrastructure',
    proves: root =>
      getYamlNode(root, 'projects') ??
      getYamlNode(root, 'workflows') ??
      getYamlNode(root, 'version'),
  },
  {
    pattern: /(^|\/)appspec\.(ya?ml|json)$/,
    tool: 'CodeDeploy',
    delivers: 'application',
    proves: root =>
      getYamlNode(root, 'version') ??
      getYamlNode(root, 'Resources') ??
      getYamlNode(root, 'resources'),
  },
  {
    pattern: /(^|\/)(clouddeploy|delivery-pipeline)[\w.-]*\.ya?ml$/,
    tool: 'Google Cloud Deploy',
    delivers: 'application',
    proves: root => getYamlNode(root, 'serialPipeline'),
  },
  {
    pattern:
      /(^|\/)(spinnaker|\.spinnaker|dinghyfile|pipelines?\/spinnaker)[\w./-]*\.(json|ya?ml)$/i,
    tool: 'Spinnaker',
    delivers: 'application',
    proves: root =>
      getYamlItems(getYamlNode(root, 'stages')).find(stage =>
        /deploy/i.test(getYamlText(stage, 'type') ?? ''),
      ),
  },
  {
    pattern: /(^|\/)dinghyfile$/i,
    tool: 'Spinnaker',
    delivers: 'application',
    proves: root =>
      getYamlNode(root, 'pipelines') ?? getYamlNode(root, 'stages'),
  },
  {
    pattern: /(^|\/)(\.spacelift\/config|spacelift)\.ya?ml$/,
    tool: 'Spacelift',
    delivers: 'infrastructure',
    proves: root =>
      getYamlNode(root, 'version') ?? getYamlNode(root, 'stack_defaults'),
  },
  {
    pattern: /(^|\/)digger\.ya?ml$/,
    tool: 'Digger',
    delivers: 'infrastructure',
    proves: root =>
      getYamlNode(root, 'projects') ?? getYamlNode(root, 'generate_projects'),
  },
];

function readFiles(files: FileIndex): readonly DeliveryFact[] {
  return KNOWN_FILES.flatMap(({ pattern, tool, delivers, proves }) =>
    files.matching(pattern).flatMap(({ path }): readonly DeliveryFact[] => {
      const root = files.parse(yamlParser, path)?.[0]?.root;
      const proof = root && proves(root);
      if (proof === undefined) return [];
      return [
        {
          subject: path,
          tool,
          delivers,
          location: getYamlLocation(proof, path),
          text: tool,
        },
      ];
    }),
  );
}
