import type { Facts } from '../facts/facts';
import type { Location } from '../facts/value';

const CLOUD_LANGUAGES = new Set([
  'terraform',
  'cloudformation',
  'arm',
  'serverless',
]);
const CLOUD_FILE =
  /(^|\/)(Pulumi\.ya?ml|cdk\.json|cdktf\.json|terragrunt\.hcl|sst\.config\.ts|serverless\.(ya?ml|ts|js))$|\.(bicep|tf|tofu|tf\.json)$/;
const CLUSTER_FILE =
  /(^|\/)(Chart\.yaml|kustomization\.ya?ml|helmfile\.ya?ml|Puppetfile|Berksfile|Policyfile\.rb|metadata\.rb|ansible\.cfg|galaxy\.yml)$|(^|\/)(roles|playbooks)\/.*\.ya?ml$|\.pkr\.hcl$|(^|\/)(site|playbook)\.ya?ml$|(^|\/)(manifests)\/[\w/-]+\.pp$|(^|\/)tasks\/main\.ya?ml$/;

/** Code that describes a cloud: Terraform, CloudFormation, CDK, Pulumi, Bicep, serverless. @public */
export function findCloudCode(facts: Facts): Location | undefined {
  const resource = facts.resourceInventory.find(({ language }) =>
    CLOUD_LANGUAGES.has(language),
  );
  return resource?.location ?? findFile(facts, CLOUD_FILE);
}

/** Code that describes any infrastructure: also clusters, charts and hosts. @public */
export function findInfrastructureCode(facts: Facts): Location | undefined {
  const cluster = facts.resourceInventory.find(
    ({ language }) => language === 'kubernetes',
  );
  return (
    findCloudCode(facts) ?? cluster?.location ?? findFile(facts, CLUSTER_FILE)
  );
}

function findFile(facts: Facts, pattern: RegExp): Location | undefined {
  const file = facts.files.find(({ path }) => pattern.test(path));
  return file && { path: file.path, startLine: 1, endLine: 1 };
}
