import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { ApiStageFact, DistributionFact } from '../../types/dataStores';
import type { FactValue } from '../../value';
import { absent, anyOf, derive, heldBy, own, textAt } from './settings';

/** Stages of API Gateway. */
export function readApiStages(
  resources: ResourceIndex,
): readonly ApiStageFact[] {
  return [
    ...resources
      .ofType('aws_api_gateway_stage')
      .map(resource => readRestStage(resource, resources)),
    ...resources
      .ofType('aws_apigatewayv2_stage')
      .map(resource =>
        readHttpStage(
          resource,
          ['default_route_settings', 'route_settings'],
          'throttling_rate_limit',
        ),
      ),
    ...resources
      .ofType('AWS::ApiGateway::Stage')
      .map(resource => readStackStage(resource, 'CacheClusterEnabled')),
    ...resources
      .ofType('AWS::Serverless::Api')
      .map(resource => readStackStage(resource, 'CacheClusterEnabled')),
    ...resources
      .ofType('AWS::ApiGatewayV2::Stage', 'AWS::Serverless::HttpApi')
      .map(resource =>
        readHttpStage(
          resource,
          ['DefaultRouteSettings', 'RouteSettings'],
          'ThrottlingRateLimit',
        ),
      ),
  ];
}

function readRestStage(
  resource: Resource,
  resources: ResourceIndex,
): ApiStageFact {
  const settings = resources
    .ofType('aws_api_gateway_method_settings')
    .filter(each => each.scope === resource.scope && belongsTo(each, resource));
  const limited = settings.find(each =>
    AttributeReader.of(each).has('settings.throttling_rate_limit'),
  );
  const plans = resources
    .ofType('aws_api_gateway_usage_plan')
    .filter(plan => plan.scope === resource.scope);
  const plan = plans.find(each =>
    AttributeReader.of(each).has('throttle_settings'),
  );
  const holder = limited ?? plan;
  const value =
    holder === undefined
      ? absent(
          'throttling_rate_limit',
          resource.location,
          false,
          'the limit of the whole account',
        )
      : readRate(
          AttributeReader.of(holder),
          holder === limited
            ? 'settings.throttling_rate_limit'
            : 'throttle_settings.rate_limit',
        );
  return {
    ...toSubjectFact(resource),
    rateLimit: holder === undefined ? own(value) : heldBy(holder, value),
    cache: own(
      AttributeReader.of(resource).boolean('cache_cluster_enabled', {
        default: false,
      }),
    ),
  };
}

function belongsTo(settings: Resource, stage: Resource): boolean {
  const reader = AttributeReader.of(settings);
  if (reader.references('stage_name').includes(stage.address)) return true;
  const name = textAt(settings, 'stage_name');
  return name !== undefined && name === textAt(stage, 'stage_name');
}

function readRate(reader: AttributeReader, path: string): FactValue<boolean> {
  return derive(reader.number(path, { default: -1 }), rate => rate > 0);
}

function readHttpStage(
  resource: Resource,
  paths: readonly string[],
  name: string,
): ApiStageFact {
  const reader = AttributeReader.of(resource);
  const [first, ...others] = paths.map(path =>
    readRate(reader, `${path}.${name}`),
  );
  return {
    ...toSubjectFact(resource),
    rateLimit: own(
      first === undefined
        ? absent(name, resource.location, false)
        : anyOf(first, ...others),
    ),
  };
}

function readStackStage(resource: Resource, cache: string): ApiStageFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    rateLimit: own(readRate(reader, 'MethodSettings.ThrottlingRateLimit')),
    cache: own(reader.boolean(cache, { default: false })),
  };
}

/** CloudFront distributions. */
export function readDistributions(
  resources: ResourceIndex,
): readonly DistributionFact[] {
  return [
    ...resources.ofType('aws_cloudfront_distribution').map(resource => {
      const paths = ['default_cache_behavior', 'ordered_cache_behavior'];
      return readDistribution(
        resource,
        '',
        paths,
        'viewer_protocol_policy',
        'origin_group',
      );
    }),
    ...resources
      .ofType('AWS::CloudFront::Distribution')
      .map(resource =>
        readDistribution(
          resource,
          'DistributionConfig.',
          ['DefaultCacheBehavior', 'CacheBehaviors'],
          'ViewerProtocolPolicy',
          'OriginGroups.Items',
        ),
      ),
  ];
}

function readDistribution(
  resource: Resource,
  prefix: string,
  behaviours: readonly string[],
  policy: string,
  groups: string,
): DistributionFact {
  const reader = AttributeReader.of(resource);
  const policies = behaviours
    .flatMap(path => reader.blocks(`${prefix}${path}`))
    .map(block =>
      derive(block.text(policy, { default: 'allow-all' }), word =>
        /^(redirect-to-https|https-only)$/.test(word),
      ),
    );
  const weakest =
    policies.find(value => value.state === 'known' && !value.value) ??
    policies.find(value => value.state !== 'known') ??
    policies[0];
  return {
    ...toSubjectFact(resource),
    ...(weakest && { encryptedInTransit: own(weakest) }),
    originFailover: own(reader.presence(`${prefix}${groups}`)),
  };
}
