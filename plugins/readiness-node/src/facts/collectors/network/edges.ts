import { withoutChoices } from '../../choices';
import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { ExposureFact, ListenerFact } from '../../types/network';
import type { FactValue } from '../../value';

const AWS_DEFAULT_POLICY = 'ELBSecurityPolicy-2016-08';
const isTls = (protocol: FactValue<string>) =>
  protocol.state === 'known' && /^(https|tls|ssl)$/i.test(protocol.value);

interface ListenerWords {
  readonly protocol: string;
  readonly redirect: string;
  readonly policy: string;
}

const TERRAFORM: ListenerWords = {
  protocol: 'protocol',
  redirect: 'default_action.redirect.protocol',
  policy: 'ssl_policy',
};
const CLOUDFORMATION: ListenerWords = {
  protocol: 'Protocol',
  redirect: 'DefaultActions.RedirectConfig.Protocol',
  policy: 'SslPolicy',
};

/** Where load balancers and proxies take traffic in, and with which TLS. */
export function readListeners(
  resources: ResourceIndex,
): readonly ListenerFact[] {
  return [
    ...resources
      .ofType('aws_lb_listener', 'aws_alb_listener')
      .map(resource =>
        readAwsListener(
          resource,
          TERRAFORM,
          getDefaultProtocol(resource, resources),
        ),
      ),
    ...resources
      .ofType('AWS::ElasticLoadBalancingV2::Listener')
      .map(resource => readAwsListener(resource, CLOUDFORMATION)),
    ...resources
      .ofType('aws_elb')
      .flatMap(resource => readClassic(resource, 'listener', 'lb_protocol')),
    ...resources
      .ofType('AWS::ElasticLoadBalancing::LoadBalancer')
      .flatMap(resource => readClassic(resource, 'Listeners', 'Protocol')),
    ...resources
      .ofType(
        'google_compute_target_http_proxy',
        'google_compute_region_target_http_proxy',
      )
      .map(resource => readGoogleHttp(resource, resources)),
    ...resources
      .ofType(
        'google_compute_target_https_proxy',
        'google_compute_target_ssl_proxy',
        'google_compute_region_target_https_proxy',
      )
      .map(resource => readGoogleHttps(resource, resources)),
    ...resources
      .ofType('azurerm_application_gateway')
      .flatMap(readApplicationGateway),
  ];
}

/** Listeners of application load balancers speak HTTP unless they say otherwise. */
function getDefaultProtocol(
  listener: Resource,
  resources: ResourceIndex,
): string | undefined {
  const [balancer] = resources.referred(listener, 'load_balancer_arn');
  if (balancer === undefined) return undefined;
  const type = AttributeReader.of(balancer).get('load_balancer_type');
  const isApplication = type === undefined || getText(type) === 'application';
  return isApplication ? 'HTTP' : undefined;
}

function readAwsListener(
  resource: Resource,
  words: ListenerWords,
  defaultProtocol?: string,
): ListenerFact {
  const reader = AttributeReader.of(resource);
  const protocol = reader.text(
    words.protocol,
    defaultProtocol === undefined ? {} : { default: defaultProtocol },
  );
  return {
    ...toSubjectFact(resource),
    protocol,
    redirectsToTls: toRedirect(reader.text(words.redirect)),
    ...(isTls(protocol) && {
      tlsPolicy: reader.text(words.policy, { default: AWS_DEFAULT_POLICY }),
    }),
  };
}

/** Redirects keep the protocol (`#{protocol}`) unless they name HTTPS. */
function toRedirect(target: FactValue<string>): FactValue<boolean> {
  if (target.state === 'known') {
    const { setting, location } = target;
    return {
      state: 'known',
      value: target.value.toUpperCase() === 'HTTPS',
      setting,
      location,
      text: target.value,
    };
  }
  return target.state === 'unresolved'
    ? withoutChoices(target)
    : { ...target, defaultValue: false };
}

function readClassic(
  resource: Resource,
  listeners: string,
  protocol: string,
): ListenerFact[] {
  return AttributeReader.of(resource)
    .blocks(listeners)
    .map(reader => ({
      ...toSubjectFact(resource),
      location: reader.location,
      protocol: reader.text(protocol),
      redirectsToTls: {
        state: 'absent',
        setting: 'redirect',
        location: reader.location,
        defaultValue: false,
      },
    }));
}

function readGoogleHttp(
  resource: Resource,
  resources: ResourceIndex,
): ListenerFact {
  const maps = resources.referred(resource, 'url_map');
  const redirect = maps.map(map =>
    AttributeReader.of(map).boolean('default_url_redirect.https_redirect', {
      default: false,
    }),
  );
  const { location } = resource;
  return {
    ...toSubjectFact(resource),
    protocol: {
      state: 'known',
      value: 'HTTP',
      setting: resource.type,
      location,
    },
    redirectsToTls: redirect[0] ?? {
      state: 'absent',
      setting: 'default_url_redirect.https_redirect',
      location,
      defaultValue: false,
    },
  };
}

function readGoogleHttps(
  resource: Resource,
  resources: ResourceIndex,
): ListenerFact {
  const { location } = resource;
  const [policy] = resources.referred(resource, 'ssl_policy');
  return {
    ...toSubjectFact(resource),
    protocol: {
      state: 'known',
      value: 'HTTPS',
      setting: resource.type,
      location,
    },
    redirectsToTls: {
      state: 'absent',
      setting: 'redirect',
      location,
      defaultValue: false,
    },
    tlsPolicy:
      policy === undefined
        ? AttributeReader.of(resource).text('ssl_policy', {
            default: 'TLS_1_0',
          })
        : AttributeReader.of(policy).text('min_tls_version', {
            default: 'TLS_1_0',
          }),
  };
}

function readApplicationGateway(resource: Resource): ListenerFact[] {
  const reader = AttributeReader.of(resource);
  const redirects = new Set(
    reader
      .blocks('redirect_configuration')
      .filter(each =>
        /https/i.test(
          getText(each.get('target_listener_name')) ??
            getText(each.get('target_url')) ??
            '',
        ),
      )
      .map(each => getText(each.get('name')) ?? ''),
  );
  const redirected = new Set(
    reader
      .blocks('request_routing_rule')
      .filter(each =>
        redirects.has(getText(each.get('redirect_configuration_name')) ?? ' '),
      )
      .map(each => getText(each.get('http_listener_name')) ?? ''),
  );
  return reader.blocks('http_listener').map(listener => ({
    ...toSubjectFact(resource),
    location: listener.location,
    protocol: listener.text('protocol'),
    redirectsToTls: {
      state: 'known',
      value: redirected.has(getText(listener.get('name')) ?? ''),
      setting: 'redirect_configuration',
      location: listener.location,
    },
  }));
}

const EXPOSED: readonly { readonly kind: string; readonly types: RegExp }[] = [
  {
    kind: 'load balancer',
    types:
      /^(aws_a?lb|aws_elb|google_compute_(global_)?forwarding_rule|azurerm_(lb|application_gateway)|AWS::ElasticLoadBalancing(V2)?::LoadBalancer)$/,
  },
  {
    kind: 'CDN',
    types:
      /^(aws_cloudfront_distribution|AWS::CloudFront::Distribution|azurerm_(cdn_)?(frontdoor|profile)\w*|google_compute_backend_bucket)$/,
  },
  {
    kind: 'API gateway',
    types:
      /^(aws_api_gateway_(rest_api|stage)|aws_apigatewayv2_(api|stage)|AWS::(ApiGateway::RestApi|ApiGatewayV2::Api|Serverless::(Http)?Api)|google_api_gateway_\w+|azurerm_api_management)$/,
  },
  {
    kind: 'web app',
    types:
      /^(azurerm_(linux|windows)_(web|function)_app|azurerm_app_service|azurerm_static_(web_app|site)|google_cloud_run_(v2_)?service|google_app_engine_\w+|aws_apprunner_service|AWS::AppRunner::Service|aws_amplify_app|aws_lambda_function_url|AWS::Lambda::Url)$/,
  },
];

/** What the internet can reach; internal load balancers are left out. */
export function readExposures(
  resources: ResourceIndex,
): readonly ExposureFact[] {
  return resources.all
    .filter(
      resource => resource.offByDefault === undefined && !isInternal(resource),
    )
    .flatMap(resource => {
      const kind = EXPOSED.find(each => each.types.test(resource.type))?.kind;
      return kind === undefined ? [] : [{ ...toSubjectFact(resource), kind }];
    });
}

function isInternal(resource: Resource): boolean {
  const reader = AttributeReader.of(resource);
  return (
    getText(reader.get('internal')) === 'true' ||
    getText(reader.get('Scheme')) === 'internal' ||
    /^INTERNAL/.test(getText(reader.get('load_balancing_scheme')) ?? '')
  );
}
