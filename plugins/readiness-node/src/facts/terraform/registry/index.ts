import { hclParser } from '../../../parsers/hcl';
import type { HclBlock, HclExpression } from '../../../parsers/hcl';
import { defineModule } from '../module/definition';
import type { ModuleDefinition } from '../module/definition';
import { awsComputeModules } from './awsCompute';
import { awsContainerModules } from './awsContainers';
import { awsDatabaseModules } from './awsDatabases';
import { awsEdgeModules } from './awsEdge';
import { awsLoadBalancerModules } from './awsLoadBalancers';
import { awsMessagingModules } from './awsMessaging';
import { awsNetworkModules } from './awsNetwork';
import { awsSecurityGroupModules } from './awsSecurityGroups';
import { awsStorageModules } from './awsStorage';
import { awsTableModules } from './awsTables';
import { azureModules } from './azure';
import { googleModules } from './google';
import { googleComputeModules } from './googleCompute';
import { googleKubernetesModules } from './googleKubernetes';
import type { RegistryModule } from './registryModule';
import { REGISTRY_FOLDER } from './registryFolder';

/** Every registry module whose resources are known. */
export const registryModules: readonly RegistryModule[] = [
  ...awsComputeModules,
  ...awsContainerModules,
  ...awsDatabaseModules,
  ...awsEdgeModules,
  ...awsLoadBalancerModules,
  ...awsMessagingModules,
  ...awsNetworkModules,
  ...awsSecurityGroupModules,
  ...awsStorageModules,
  ...awsTableModules,
  ...azureModules,
  ...googleModules,
  ...googleComputeModules,
  ...googleKubernetesModules,
];

const bySource = new Map(
  registryModules.flatMap(module =>
    module.sources.map(source => [source.toLowerCase(), module] as const),
  ),
);
const definitions = new Map<string, ModuleDefinition>();

/** The known module of a source, in the major version a call asks for. */
export function loadRegistryModule(
  source: string,
  version: string | undefined,
): ModuleDefinition | undefined {
  const wanted = normaliseSource(source);
  const module = wanted && bySource.get(wanted.source.toLowerCase());
  if (!wanted || !module) return undefined;
  const major = majorOf(version ?? wanted.version) ?? module.major;
  const key = `${module.sources[0]}@${major}`;
  const known = definitions.get(key);
  if (known) return known;
  const definition = defineRegistryModule(module, major);
  definitions.set(key, definition);
  return definition;
}

const GIT =
  /^(?:git::)?(?:https:\/\/|ssh:\/\/git@|git@)?github\.com[/:]([\w.-]+)\/terraform-([a-z]+)-([\w-]+?)(?:\.git)?(\/\/[^?]*)?(?:\?.*?ref=v?([\w.-]+).*)?$/;
const REGISTRY =
  /^(?:tfr:\/\/)?(?:\/|registry\.(?:terraform\.io|opentofu\.org)\/)?([\w-]+\/[\w-]+\/[a-z]+)(\/\/[^?]*)?(?:\?.*?version=([\w.-]+).*)?$/;

/** The registry's name of a module, also of one that is read from its repository. */
export function normaliseSource(
  source: string,
):
  | { readonly source: string; readonly version: string | undefined }
  | undefined {
  const git = GIT.exec(source);
  if (git) {
    const [, namespace = '', provider = '', name = '', part = '', version] =
      git;
    return { source: `${namespace}/${name}/${provider}${part}`, version };
  }
  const registry = REGISTRY.exec(source);
  if (!registry) return undefined;
  const [, name = '', part = '', version] = registry;
  return { source: `${name}${part}`, version };
}

function majorOf(version: string | undefined): number | undefined {
  const digits = version === undefined ? undefined : /\d+/.exec(version)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

function defineRegistryModule(
  module: RegistryModule,
  major: number,
): ModuleDefinition {
  const path = `${REGISTRY_FOLDER}${module.sources[0]}`;
  const { tree, failures } = hclParser.parse(module.text);
  if (!tree || failures.length > 0)
    throw new TypeError(`${path}: ${failures[0]?.message}`);
  const at = { startLine: 1, endLine: 1 };
  const current: HclExpression = {
    kind: 'literal',
    value: major,
    text: String(major),
    ...at,
  };
  const defaults = tree.blocks
    .filter(block => block.type === 'defaults')
    .flatMap(block => block.body.attributes)
    .map(({ name, expression }) => asVariable(name, expression));
  const blocks = [
    ...tree.blocks.filter(block => block.type !== 'defaults'),
    ...defaults,
    asVariable('module_major', current),
  ];
  return defineModule(path, [{ path, body: { ...tree, blocks } }]);
}

function asVariable(name: string, expression: HclExpression): HclBlock {
  const at = { startLine: expression.startLine, endLine: expression.endLine };
  const body = {
    attributes: [{ name: 'default', expression, ...at }],
    blocks: [],
    ...at,
  };
  return { type: 'variable', labels: [name], body, ...at };
}
