import type { CollectorInput } from '../../collector';
import {
  AttributeReader,
  getEntries,
  getItems,
  getText,
  getValue,
} from '../../readValue';
import type { Resource } from '../../resource';
import { toSubjectFact } from '../../subject';
import type { AuthenticationFact } from '../../types/identity';
import type { Value } from '../../value';

interface Kind {
  readonly kind: string;
  readonly types: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'Cognito',
    types: /^(aws_cognito_(user_pool|identity_pool)\w*|AWS::Cognito::\w+)$/,
  },
  {
    kind: 'OIDC provider',
    types:
      /^(aws_iam_openid_connect_provider|AWS::IAM::OIDCProvider|aws_eks_identity_provider_config)$/,
  },
  {
    kind: 'EKS Pod Identity',
    types:
      /^(aws_eks_pod_identity_association|AWS::EKS::PodIdentityAssociation)$/,
  },
  {
    kind: 'Identity-Aware Proxy',
    types: /^google_iap_\w+$/,
  },
  {
    kind: 'workload identity',
    types:
      /^(google_iam_workload_identity_pool\w*|azurerm_federated_identity_credential|AzureIdentity|AzureIdentityBinding)$/,
  },
  {
    kind: 'identity provider',
    types:
      /^(auth0|okta|keycloak|authentik|onelogin)_\w+$|^(Keycloak|KeycloakRealm|KeycloakClient|KeycloakRealmImport)$/,
  },
  {
    kind: 'Microsoft Entra ID application',
    types: /^azuread_(application|service_principal|application_registration)$/,
  },
  {
    kind: 'single sign-on',
    types:
      /^(aws_ssoadmin_\w+|aws_iam_saml_provider|AWS::IAM::SAMLProvider|aws_identitystore_\w+)$/,
  },
  {
    kind: 'JWT at the gateway',
    types: /^(RequestAuthentication|SecurityPolicy|AuthConfig)$/,
  },
];
const ANNOTATIONS: Readonly<Record<string, string>> = {
  'eks.amazonaws.com/role-arn': 'IRSA',
  'iam.gke.io/gcp-service-account': 'workload identity',
  'azure.workload.identity/client-id': 'workload identity',
  'nginx.ingress.kubernetes.io/auth-url': 'authentication at the ingress',
  'alb.ingress.kubernetes.io/auth-type': 'authentication at the load balancer',
  'alb.ingress.kubernetes.io/auth-idp-oidc':
    'authentication at the load balancer',
};
const PROXY_IMAGE =
  /(?:^|\/)(oauth2-proxy|oauth2_proxy|pomerium|keycloak|dex|authelia|authentik|vouch-proxy|traefik-forward-auth|louketo|gatekeeper\/keycloak|ory\/(hydra|kratos|oathkeeper))\b/;
const MAX_DEPTH = 16;

/** Managed ways for people and workloads to prove who they are. */
export function readAuthentications({
  resources,
}: CollectorInput): readonly AuthenticationFact[] {
  return resources.all.flatMap(resource => {
    const kind =
      KINDS.find(({ types }) => types.test(resource.type))?.kind ??
      findKind(resource);
    if (kind === undefined) return [];
    const { offByDefault } = resource;
    return [
      {
        ...toSubjectFact(resource),
        kind,
        ...(offByDefault !== undefined && { offByDefault }),
      },
    ];
  });
}

function findKind(resource: Resource): string | undefined {
  return resource.language === 'kubernetes' || resource.language === 'compose'
    ? findInCluster(resource)
    : findInCloud(resource);
}

function findInCluster({ attributes }: Resource): string | undefined {
  const annotation = getEntries(getValue(attributes, 'metadata.annotations'))
    .map(([key]) =>
      Object.hasOwn(ANNOTATIONS, key) ? ANNOTATIONS[key] : undefined,
    )
    .find(kind => kind !== undefined);
  if (annotation !== undefined) return annotation;
  return hasProxy(attributes, 0) ? 'OAuth proxy' : undefined;
}

function hasProxy(value: Value, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  if (value.kind === 'list')
    return value.items.some(item => hasProxy(item, depth + 1));
  if (value.kind !== 'map') return false;
  return Object.entries(value.entries).some(([key, inner]) =>
    key === 'image'
      ? PROXY_IMAGE.test(getText(inner) ?? '')
      : hasProxy(inner, depth + 1),
  );
}

function findInCloud(resource: Resource): string | undefined {
  const reader = AttributeReader.of(resource);
  const { type } = resource;
  if (
    /^(aws_a?lb_listener(_rule)?|AWS::ElasticLoadBalancingV2::Listener(Rule)?)$/.test(
      type,
    )
  )
    return hasAuthenticatingAction(reader)
      ? 'authentication at the load balancer'
      : undefined;
  if (
    /^(aws_apigatewayv2_authorizer|AWS::ApiGatewayV2::Authorizer)$/.test(type)
  )
    return isKind(reader, ['authorizer_type', 'AuthorizerType'], /^JWT$/)
      ? 'JWT authorizer'
      : undefined;
  if (/^(aws_api_gateway_authorizer|AWS::ApiGateway::Authorizer)$/.test(type))
    return isKind(reader, ['type', 'Type'], /^COGNITO/)
      ? 'Cognito authorizer'
      : undefined;
  if (/^AWS::Serverless::(Http)?Api$/.test(type))
    return reader.has('Auth.Authorizers') ? 'API authorizer' : undefined;
  if (/^google_compute_(region_)?backend_service$/.test(type))
    return reader.has('iap') ? 'Identity-Aware Proxy' : undefined;
  if (/^google_service_account_iam_(member|binding)$/.test(type))
    return isKind(reader, ['role'], /workloadIdentityUser$/)
      ? 'workload identity'
      : undefined;
  if (/^google_container_cluster$/.test(type))
    return reader.has('workload_identity_config')
      ? 'workload identity'
      : undefined;
  if (/^azurerm_kubernetes_cluster$/.test(type))
    return isKind(reader, ['workload_identity_enabled'], /^true$/)
      ? 'workload identity'
      : undefined;
  if (/^azurerm_.*_app$|^azurerm_app_service$/.test(type))
    return reader.has('auth_settings_v2') || reader.has('auth_settings')
      ? 'authentication of App Service'
      : undefined;
  return undefined;
}

function hasAuthenticatingAction(reader: AttributeReader): boolean {
  return ['default_action', 'action', 'DefaultActions', 'Actions'].some(path =>
    getItems(reader.get(path)).some(action =>
      /^authenticate-/.test(
        getText(getValue(action, 'type')) ??
          getText(getValue(action, 'Type')) ??
          '',
      ),
    ),
  );
}

function isKind(
  reader: AttributeReader,
  paths: readonly string[],
  pattern: RegExp,
): boolean {
  return paths.some(path => pattern.test(getText(reader.get(path)) ?? ''));
}
