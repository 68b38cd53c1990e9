import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { DeliveryFact } from '../../types/pipelines';

/** Delivery that Terraform or CloudFormation declares. */
export function readDeliveryResources(
  resources: ResourceIndex,
): readonly DeliveryFact[] {
  const pipelines = resources
    .ofType(
      'aws_codepipeline',
      'AWS::CodePipeline::Pipeline',
      'google_clouddeploy_delivery_pipeline',
      'azuredevops_release_definition',
    )
    .map(readCodePipeline);
  const groups = resources
    .ofType(
      'aws_codedeploy_deployment_group',
      'AWS::CodeDeploy::DeploymentGroup',
    )
    .map(readDeploymentGroup);
  const argo = resources
    .ofType('argocd_application', 'argocd_application_set')
    .map(resource => toDelivery(resource, 'Argo CD', 'application'));
  const stacks = resources
    .ofType(
      'spacelift_stack',
      'tfe_workspace',
      'env0_environment',
      'scalr_workspace',
    )
    .map(resource => toDelivery(resource, resource.type, 'infrastructure'));
  const releases = resources.ofType('helm_release').map(readHelmRelease);
  return [
    ...pipelines.flatMap(found => found ?? []),
    ...groups,
    ...argo,
    ...stacks,
    ...releases,
  ];
}

function toDelivery(
  resource: Resource,
  tool: string,
  delivers: DeliveryFact['delivers'],
): DeliveryFact {
  return {
    subject: resource.address,
    tool,
    delivers,
    location: resource.location,
    text: resource.type,
  };
}

/** A pipeline delivers when one of its stages deploys. */
function readCodePipeline(resource: Resource): DeliveryFact | undefined {
  if (resource.type === 'google_clouddeploy_delivery_pipeline')
    return toDelivery(resource, 'Google Cloud Deploy', 'application');
  if (resource.type === 'azuredevops_release_definition')
    return toDelivery(resource, 'Azure DevOps release', 'application');
  const reader = AttributeReader.of(resource);
  const stages = [...reader.blocks('stage'), ...reader.blocks('Stages')];
  const actions = stages.flatMap(stage => [
    ...stage.blocks('action'),
    ...stage.blocks('Actions'),
  ]);
  const deploy = actions.find(
    action =>
      getText(action.get('category') ?? action.get('ActionTypeId.Category')) ===
      'Deploy',
  );
  if (deploy === undefined) return undefined;
  const provider = getText(
    deploy.get('provider') ?? deploy.get('ActionTypeId.Provider'),
  );
  const isInfrastructure = provider === 'CloudFormation';
  return {
    ...toDelivery(
      resource,
      'CodePipeline',
      isInfrastructure ? 'infrastructure' : 'application',
    ),
    location: deploy.location,
  };
}

function readDeploymentGroup(resource: Resource): DeliveryFact {
  const reader = AttributeReader.of(resource);
  const block =
    reader.block('auto_rollback_configuration') ??
    reader.block('AutoRollbackConfiguration');
  const enabled = block && (block.get('enabled') ?? block.get('Enabled'));
  const isOn = enabled?.kind === 'scalar' && String(enabled.value) === 'true';
  return {
    ...toDelivery(resource, 'CodeDeploy', 'application'),
    ...(block &&
      isOn && {
        rollback: { text: 'auto rollback', location: block.location },
      }),
  };
}

/** A release made by Terraform; `atomic` takes a failed upgrade back. */
function readHelmRelease(resource: Resource): DeliveryFact {
  const atomic = AttributeReader.of(resource).boolean('atomic', {
    default: false,
  });
  const isAtomic = atomic.state === 'known' && atomic.value;
  return {
    ...toDelivery(resource, 'Terraform helm_release', 'application'),
    ...(isAtomic && {
      rollback: { text: 'atomic = true', location: atomic.location },
    }),
  };
}
