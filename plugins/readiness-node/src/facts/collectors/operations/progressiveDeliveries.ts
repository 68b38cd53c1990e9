import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SignFact } from '../../types/signs';
import type { Location, Value } from '../../value';

interface Sign {
  readonly message: string;
  readonly at?: Location;
}

/** Resources that send a part of the traffic to a new version first. */
export function collectProgressiveDeliveries(
  resources: ResourceIndex,
): SignFact[] {
  return resources.all.flatMap(resource => {
    const sign = findSign(resource);
    if (sign === undefined) return [];
    const { offByDefault } = resource;
    return [
      {
        ...toSubjectFact(resource),
        ...(sign.at && { location: sign.at }),
        message: sign.message,
        ...(offByDefault !== undefined && { offByDefault }),
      },
    ];
  });
}

function findSign(resource: Resource): Sign | undefined {
  return (
    findByType(resource) ??
    findDeploymentStyle(resource) ??
    findWeights(resource) ??
    findCanaryAnnotation(resource)
  );
}

const BY_TYPE: Readonly<Record<string, string | undefined>> = {
  TrafficSplit: 'Splits traffic between versions',
  TraefikService: 'Weighs versions against each other',
  azurerm_app_service_slot: 'A deployment slot',
  azurerm_linux_web_app_slot: 'A deployment slot',
  azurerm_windows_web_app_slot: 'A deployment slot',
  azurerm_function_app_slot: 'A deployment slot',
  azurerm_linux_function_app_slot: 'A deployment slot',
  azurerm_windows_function_app_slot: 'A deployment slot',
  'Microsoft.Web/sites/slots': 'A deployment slot',
};

function findByType(resource: Resource): Sign | undefined {
  const { type, apiVersion = '' } = resource;
  const message = BY_TYPE[type];
  if (message !== undefined) return { message };
  if (type === 'Canary' && apiVersion.startsWith('flagger.app/')) {
    return { message: 'Flagger shifts traffic to the new version' };
  }
  if (type === 'Rollout' && apiVersion.startsWith('argoproj.io/')) {
    const strategy = ['canary', 'blueGreen'].find(name =>
      getValue(resource.attributes, `spec.strategy.${name}`),
    );
    return strategy === undefined
      ? undefined
      : { message: `Argo Rollouts: ${strategy}` };
  }
  return undefined;
}

/** Settings whose text names the style: `BLUE_GREEN`, `Canary10Percent5Minutes`. */
const STYLES: Readonly<Record<string, readonly string[] | undefined>> = {
  aws_codedeploy_deployment_group: [
    'deployment_style.deployment_type',
    'deployment_config_name',
  ],
  'AWS::CodeDeploy::DeploymentGroup': [
    'DeploymentStyle.DeploymentType',
    'DeploymentConfigName',
  ],
  aws_codedeploy_deployment_config: ['traffic_routing_config.type'],
  'AWS::CodeDeploy::DeploymentConfig': ['TrafficRoutingConfig.Type'],
  'AWS::Serverless::Function': ['DeploymentPreference.Type'],
  aws_ecs_service: [
    'deployment_controller.type',
    'deployment_configuration.strategy',
  ],
  'AWS::ECS::Service': [
    'DeploymentController.Type',
    'DeploymentConfiguration.Strategy',
  ],
  google_clouddeploy_delivery_pipeline: [],
  azurerm_traffic_manager_profile: ['traffic_routing_method'],
};
const STYLE = /canary|linear|blue[_-]?green|weighted|time ?based|CODE_DEPLOY/i;

function findDeploymentStyle(resource: Resource): Sign | undefined {
  for (const path of STYLES[resource.type] ?? []) {
    const value = getValue(resource.attributes, path);
    const text =
      getText(value) ??
      (value?.kind === 'unresolved' ? value.expression : undefined);
    if (value !== undefined && text !== undefined && STYLE.test(text)) {
      return { message: `${path} = ${text}`, at: value.location };
    }
  }
  const preference = getValue(
    resource.attributes,
    'UpdatePolicy.CodeDeployLambdaAliasUpdate',
  );
  return preference && resource.type === 'AWS::Lambda::Alias'
    ? { message: 'CodeDeploy moves the alias', at: preference.location }
    : findCloudDeploy(resource);
}

function findCloudDeploy(resource: Resource): Sign | undefined {
  if (resource.type !== 'google_clouddeploy_delivery_pipeline')
    return undefined;
  const stage = AttributeReader.of(resource)
    .blocks('serial_pipeline.stages')
    .find(each => each.has('strategy.canary'));
  return stage && { message: 'Cloud Deploy: canary', at: stage.location };
}

/** Where weights, or several targets, divide the traffic. */
const WEIGHTS: Readonly<Record<string, readonly string[] | undefined>> = {
  aws_lb_listener: ['default_action.forward.target_group'],
  aws_lb_listener_rule: ['action.forward.target_group'],
  'AWS::ElasticLoadBalancingV2::Listener': [
    'DefaultActions.ForwardConfig.TargetGroups',
  ],
  'AWS::ElasticLoadBalancingV2::ListenerRule': [
    'Actions.ForwardConfig.TargetGroups',
  ],
  aws_appmesh_route: [
    'spec.http_route.action.weighted_target',
    'spec.grpc_route.action.weighted_target',
  ],
  google_cloud_run_service: ['traffic'],
  google_cloud_run_v2_service: ['traffic'],
  azurerm_container_app: ['ingress.traffic_weight'],
  Service: ['spec.traffic'],
};
const ROUTES: Readonly<Record<string, readonly [string, string] | undefined>> =
  {
    HTTPRoute: ['spec.rules', 'backendRefs'],
    GRPCRoute: ['spec.rules', 'backendRefs'],
    VirtualService: ['spec.http', 'route'],
  };

const SINGLE_WEIGHTS: Readonly<Record<string, string | undefined>> = {
  aws_route53_record: 'weighted_routing_policy',
  'AWS::Route53::RecordSet': 'Weight',
  aws_lambda_alias: 'routing_config.additional_version_weights',
  'AWS::Lambda::Alias': 'RoutingConfig.AdditionalVersionWeights',
};

function findWeights(resource: Resource): Sign | undefined {
  const { type, attributes } = resource;
  const single = SINGLE_WEIGHTS[type];
  const weight = single && getValue(attributes, single);
  if (single && weight && hasContent(weight)) {
    return { message: `${single} is set`, at: weight.location };
  }
  const lists = (WEIGHTS[type] ?? []).map(path => getValue(attributes, path));
  const [path, inner] = ROUTES[type] ?? [];
  const routes = path === undefined ? [] : getItems(getValue(attributes, path));
  for (const list of [
    ...lists,
    ...routes.map(route =>
      inner === undefined ? undefined : getValue(route, inner),
    ),
  ]) {
    if (list?.kind === 'list' && list.items.filter(hasWeight).length > 1) {
      return { message: 'Traffic is divided by weight', at: list.location };
    }
  }
  return undefined;
}

function hasContent(value: Value): boolean {
  return value.kind !== 'list' || value.items.length > 0;
}

function hasWeight(item: Value): boolean {
  return ['weight', 'Weight', 'percent', 'percentage'].some(
    name => item.kind === 'map' && Object.hasOwn(item.entries, name),
  );
}

const CANARY = 'nginx.ingress.kubernetes.io/canary';

function findCanaryAnnotation(resource: Resource): Sign | undefined {
  if (resource.type !== 'Ingress') return undefined;
  const annotations = getValue(resource.attributes, 'metadata.annotations');
  const value =
    annotations?.kind === 'map' ? annotations.entries[CANARY] : undefined;
  return value && getText(value) === 'true'
    ? { message: `${CANARY}: true`, at: value.location }
    : undefined;
}
