import { getYamlNode, yamlParser } from '../../../parsers/yaml';
import type { CollectorInput } from '../../collector';
import type { FileIndex } from '../../fileIndex';
import { getEntries, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import { toSubjectFact } from '../../subject';
import type { SecretManagerFact } from '../../types/identity';
import type { SnapshotFile } from '../../snapshot';

interface Kind {
  readonly tool: string;
  readonly types: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    tool: 'AWS Secrets Manager',
    types: /^((data\.)?aws_secretsmanager_\w+|AWS::SecretsManager::\w+)$/,
  },
  {
    tool: 'AWS KMS',
    types:
      /^(aws_kms_key|aws_kms_ciphertext|data\.aws_kms_secrets|AWS::KMS::Key)$/,
  },
  {
    tool: 'Azure Key Vault',
    types: /^((data\.)?azurerm_key_vault(_secret|_key)?)$/,
  },
  {
    tool: 'Google Secret Manager',
    types: /^(data\.)?google_secret_manager_\w+$/,
  },
  {
    tool: 'Google Cloud KMS',
    types: /^google_kms_(crypto_key|secret_ciphertext)$/,
  },
  {
    tool: 'Vault',
    types:
      /^((data\.)?vault_\w+|provider\.vault|Vault(StaticSecret|DynamicSecret|PKISecret|Auth|Connection))$/,
  },
  {
    tool: 'External Secrets',
    types: /^(Cluster)?(ExternalSecret|SecretStore)$|^PushSecret$/,
  },
  { tool: 'Sealed Secrets', types: /^SealedSecret$/ },
  { tool: 'SOPS', types: /^(data\.sops_\w+|SopsSecret|provider\.sops)$/ },
  { tool: 'Secrets Store CSI driver', types: /^SecretProviderClass$/ },
  { tool: '1Password', types: /^(data\.)?onepassword_\w+$|^OnePasswordItem$/ },
  { tool: 'Doppler', types: /^(data\.)?doppler_\w+$|^DopplerSecret$/ },
];
const MANAGED_BY_DATABASE =
  /^(manage_master_user_password|manage_master_password|ManageMasterUserPassword|ManageMasterPassword)$/;

/** Everything that keeps secrets or hands them out. */
export function readSecretManagers({
  files,
  resources,
}: CollectorInput): readonly SecretManagerFact[] {
  return [
    ...resources.all.flatMap(readResource),
    ...files.all.flatMap(file => readFile(files, file)),
  ];
}

function readResource(resource: Resource): readonly SecretManagerFact[] {
  const tool =
    KINDS.find(({ types }) => types.test(resource.type))?.tool ??
    findTool(resource);
  if (tool === undefined) return [];
  const { offByDefault } = resource;
  return [
    {
      ...toSubjectFact(resource),
      tool,
      ...(offByDefault !== undefined && { offByDefault }),
    },
  ];
}

function findTool({ type, attributes }: Resource): string | undefined {
  if (/^(data\.)?aws_ssm_parameter$|^AWS::SSM::Parameter$/.test(type)) {
    const kind = getText(getValue(attributes, 'type'));
    return kind === 'SecureString' || type.startsWith('data.')
      ? 'SSM SecureString'
      : undefined;
  }
  const isManaged = getEntries(attributes).some(
    ([key, value]) =>
      MANAGED_BY_DATABASE.test(key) && getText(value) === 'true',
  );
  return isManaged
    ? 'AWS Secrets Manager (managed by the database)'
    : undefined;
}

interface Sign {
  readonly tool: string;
  readonly pattern: RegExp;
}

/** Words that only stand where a manager of secrets is asked. */
const SIGNS: readonly Sign[] = [
  {
    tool: 'Ansible Vault',
    pattern:
      /^\$ANSIBLE_VAULT;|!vault \||--(ask-vault-pass|vault-password-file|vault-id)\b/m,
  },
  {
    tool: 'SSM and Secrets Manager references',
    pattern:
      /\{\{resolve:(secretsmanager|ssm-secure):|\$\{ssm(\([^)\n]{0,80}\))?:\/?[\w$]|\$\{aws:reference\/secretsmanager\//,
  },
  {
    tool: 'Azure Key Vault',
    pattern:
      /@Microsoft\.KeyVault\(|AzureKeyVault@\d|azure\/(get-keyvault-secrets|keyvault)/i,
  },
  {
    tool: 'Vault',
    pattern:
      /vault\.hashicorp\.com\/agent-inject|hashicorp\/vault-action|community\.hashi_vault|hashi_vault|spring\.cloud\.vault|spring-cloud-starter-vault|hashicorp\/vault\/api|\bvault kv (get|put)\b/,
  },
  {
    tool: 'AWS Secrets Manager',
    pattern:
      /aws-secretsmanager-get-secrets|\baws secretsmanager get-secret-value|client-secrets-manager|aws_secretsmanager_caching|spring-cloud-aws-starter-secrets-manager/,
  },
  {
    tool: 'SSM Parameter Store',
    pattern: /\baws ssm get-parameters?\b[^\n]{0,200}--with-decryption/,
  },
  {
    tool: 'Google Secret Manager',
    pattern:
      /get-secretmanager-secrets|@google-cloud\/secret-manager|google-cloud-secret-manager|\bgcloud secrets versions access|sm:\/\/projects\//,
  },
  {
    tool: 'Chef Vault',
    pattern: /\bchef_vault_item\(|ChefVault::Item|Chef::EncryptedDataBagItem/,
  },
  { tool: 'hiera-eyaml', pattern: /\bENC\[(PKCS7|GPG),/ },
  {
    tool: '1Password',
    pattern: /\bop:\/\/[\w-]+\/|1password\/load-secrets-action/,
  },
];
const READ =
  /\.(e?ya?ml|json|tf|toml|gradle|kts|xml|sh|cfg|ini|properties|txt|mod|epp|erb|rb|pp)$|(^|\/)(Jenkinsfile|Makefile|Gemfile)$/i;
const MAX_TEXT = 400_000;

function readFile(
  files: FileIndex,
  { path, text }: SnapshotFile,
): readonly SecretManagerFact[] {
  if (/(^|\/)\.sops\.ya?ml$/.test(path)) return [toFact(path, 1, 'SOPS')];
  if (text === undefined || text.length > MAX_TEXT || !READ.test(path))
    return [];
  if (/(^|\n)\s{0,2}"?sops"?:/.test(text) && isEncrypted(files, path))
    return [toFact(path, 1, 'SOPS')];
  for (const { tool, pattern } of SIGNS) {
    const index = text.search(pattern);
    if (index >= 0)
      return [toFact(path, text.slice(0, index).split('\n').length, tool)];
  }
  return [];
}

function isEncrypted(files: FileIndex, path: string): boolean {
  if (!/\.(ya?ml|json)$/i.test(path)) return false;
  return (files.parse(yamlParser, path) ?? []).some(
    ({ root }) =>
      getYamlNode(root, 'sops', 'mac') !== undefined ||
      getYamlNode(root, 'sops', 'version') !== undefined,
  );
}

function toFact(path: string, line: number, tool: string): SecretManagerFact {
  return {
    subject: path,
    type: 'file',
    language: 'other',
    scope: '',
    location: { path, startLine: line, endLine: line },
    tool,
  };
}
