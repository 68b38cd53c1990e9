/** A way to keep the settings of an environment in a file of its own. */
export interface EnvironmentFileKind {
  readonly kind: string;
  /** `name` is the environment; with `any` it need not be a known one. */
  readonly path: RegExp;
  readonly isAnyName?: boolean;
  /** What the file must say. */
  readonly content?: RegExp;
  /** What it must not say. */
  readonly not?: RegExp;
}

const DATA = '(?:json5?|ya?ml|toml|properties|conf|ini|hcl|env)';

/** Kinds of files with settings of an environment, the most telling first. */
export const ENVIRONMENT_FILES: readonly EnvironmentFileKind[] = [
  {
    kind: 'Helm values',
    path: /(^|\/)(?:[\w-]+-)?values[-_.](?<name>[\w.-]+)\.ya?ml(?:\.gotmpl)?$/,
  },
  {
    kind: 'Helm values',
    path: /(^|\/)(?<name>[\w-]+?)[-_./](?:[\w-]+-)?values\.ya?ml(?:\.gotmpl)?$/,
  },
  {
    kind: 'Helm values',
    path: /(^|\/)(?:helm-?)?values\/(?:[\w-]+\/)*(?<name>[\w.-]+)\.ya?ml$/,
  },
  {
    kind: 'Terraform variables',
    path: /(^|\/)(?<name>[\w-]+)\/(?:terraform|[\w-]+\.auto)\.tfvars(?:\.json)?$/,
  },
  {
    kind: 'Terraform variables',
    path: /(^|\/)(?!terraform\.)(?<name>[\w.-]+?)(?<!\.auto)\.tfvars(?:\.json)?$/,
    isAnyName: true,
  },
  {
    kind: 'Terraform variables',
    path: /(^|\/)(?<name>[\w-]+)\.auto\.tfvars(?:\.json)?$/,
  },
  {
    kind: 'Terragrunt inputs',
    path: /(^|\/)(?<name>[\w-]+)\/(?:[\w-]+\/)*(?:terragrunt|env)\.hcl$/,
    content: /^(inputs|locals)\b/m,
  },
  {
    kind: 'Ansible variables',
    path: /(^|\/)inventor(?:y|ies)\/(?<name>[\w-]+)(?:\/|\.(?:ya?ml|ini)$|$)/,
    isAnyName: true,
  },
  {
    kind: 'Ansible variables',
    path: /(^|\/)(?:group|host)_vars\/(?<name>[\w.-]+?)(?:\.ya?ml|\.json|\/.+)?$/,
    isAnyName: true,
  },
  {
    kind: 'Spring profiles',
    path: /(^|\/)(?:application|bootstrap)-(?<name>[\w-]+)\.(?:ya?ml|properties|json|toml)$/,
    isAnyName: true,
  },
  {
    kind: 'application settings',
    path: /(^|\/)appsettings\.(?<name>[\w-]+)\.json$/,
  },
  {
    kind: 'stack parameters',
    path: /(^|\/)param(?:eter)?s?[-_./](?<name>[\w-]+)\.(?:json|ya?ml)$/i,
  },
  {
    kind: 'stack parameters',
    path: /(^|\/)(?<name>[\w-]+?)[-_.](?:[\w-]+[-_.])?param(?:eter)?s?\.(?:json|ya?ml)$/i,
  },
  {
    kind: 'stack parameters',
    path: /(^|\/)(?:[\w-]+\.)?(?<name>[\w-]+)\.bicepparam$/,
  },
  {
    kind: 'stack parameters',
    path: /(^|\/)(?:[\w-]+[-_.])?(?<name>[\w-]+)\.params$/i,
    content: /^\s*[A-Za-z]\w*=/m,
  },
  {
    kind: 'Kustomize overlays',
    path: /(^|\/)(?:overlays|envs?|environments|stages)\/(?<name>[\w-]+)\/kustomization\.ya?ml$/i,
    isAnyName: true,
    content:
      /^(patches\w*|configMapGenerator|secretGenerator|images|replicas|replacements|vars|components|configurations)\s*:/m,
  },
  {
    kind: 'Kustomize overlays',
    path: /(^|\/)(?<name>[\w-]+)\/kustomization\.ya?ml$/i,
    content:
      /^(patches\w*|configMapGenerator|secretGenerator|images|replicas|replacements|vars|components|configurations)\s*:/m,
  },
  {
    kind: 'Pulumi stacks',
    path: /(^|\/)Pulumi\.(?<name>[\w-]+)\.ya?ml$/,
    isAnyName: true,
  },
  {
    kind: 'Puppet data',
    path: /(^|\/)(?:hiera)?data\/(?:env(?:ironment)?s?\/)?(?<name>[\w-]+)\.(?:ya?ml|eyaml)$/,
  },
  {
    kind: 'Chef environments',
    path: /(^|\/)(?:environments|policy_groups)\/(?<name>[\w-]+)\.(?:json|rb)$/,
    content: /chef_type|default_attributes|cookbook_versions|policy_group/,
  },
  {
    kind: 'stack parameters',
    path: /(^|\/)(?:[\w.-]+[-_.])?(?<name>[\w-]+)\.(?:json|ya?ml)$/,
    content:
      /"?ParameterKey"?\s*:|^[ \t]*"?Parameters"?[ \t]*:|deploymentParameters\.json/m,
    not: /^[ \t]*"?Resources"?[ \t]*:/m,
  },
  {
    kind: 'environment files',
    path: /(^|\/)\.env\.(?<name>[\w-]+)$/,
  },
  {
    kind: 'environment files',
    path: /(^|\/)(?<name>[\w-]+)\.env$/,
  },
  {
    kind: 'compose files',
    path: /(^|\/)(?:docker-)?compose[-.](?<name>[\w-]+)\.ya?ml$/,
  },
  {
    kind: 'application settings',
    path: new RegExp(
      `(^|/)(?:config|conf|configs|configuration|settings|environments|env|envs)/(?:[\\w-]+/)*(?:[\\w-]+[-_.])?(?<name>[\\w-]+)\\.(?:${DATA}|rb|py|exs|[cm]?[jt]s|php)$`,
    ),
  },
  {
    kind: 'application settings',
    path: new RegExp(
      `(^|/)(?:config|settings|environment)[-_.](?<name>[\\w-]+)\\.(?:${DATA}|py|[jt]s)$`,
    ),
  },
];
