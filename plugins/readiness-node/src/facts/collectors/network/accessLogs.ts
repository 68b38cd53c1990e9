import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SettingFact } from '../../types/dataStores';
import type { AccessLogFact } from '../../types/network';
import type { FactValue } from '../../value';

/** Types whose access log is an attribute of their own: a flag, or a block that is there. */
const INLINE: readonly {
  readonly types: readonly string[];
  readonly setting: string;
  readonly kind: 'flag' | 'block';
}[] = [
  {
    types: ['aws_lb', 'aws_alb'],
    setting: 'access_logs.enabled',
    kind: 'flag',
  },
  { types: ['aws_elb'], setting: 'access_logs', kind: 'block' },
  {
    types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
    setting: 'AccessLoggingPolicy.Enabled',
    kind: 'flag',
  },
  {
    types: ['aws_cloudfront_distribution'],
    setting: 'logging_config',
    kind: 'block',
  },
  {
    types: ['AWS::CloudFront::Distribution'],
    setting: 'DistributionConfig.Logging',
    kind: 'block',
  },
  {
    types: ['aws_api_gateway_stage', 'aws_apigatewayv2_stage'],
    setting: 'access_log_settings',
    kind: 'block',
  },
  {
    types: ['AWS::ApiGateway::Stage', 'AWS::Serverless::Api'],
    setting: 'AccessLogSetting',
    kind: 'block',
  },
  {
    types: ['AWS::ApiGatewayV2::Stage', 'AWS::Serverless::HttpApi'],
    setting: 'AccessLogSettings',
    kind: 'block',
  },
  {
    types: ['AWS::S3::Bucket'],
    setting: 'LoggingConfiguration',
    kind: 'block',
  },
  { types: ['google_storage_bucket'], setting: 'logging', kind: 'block' },
  {
    types: [
      'google_compute_backend_service',
      'google_compute_region_backend_service',
    ],
    setting: 'log_config.enable',
    kind: 'flag',
  },
];

/** Access logs of load balancers, CDNs, gateways and buckets. */
export function readAccessLogs(
  resources: ResourceIndex,
): readonly AccessLogFact[] {
  const targets = findTargets(resources);
  const receives = (resource: Resource) =>
    targets.has(resource.address) ||
    targets.has(
      getText(
        getValue(
          resource.attributes,
          resource.language === 'terraform' ? 'bucket' : 'BucketName',
        ),
      ) ?? ' ',
    );
  return [
    ...INLINE.flatMap(({ types, setting, kind }) =>
      resources
        .ofType(...types)
        .filter(
          resource =>
            getText(getValue(resource.attributes, 'load_balancer_type')) !==
            'gateway',
        )
        .map(resource => ({
          ...toSubjectFact(resource),
          isOn: {
            value: readInline(AttributeReader.of(resource), setting, kind),
          },
          receivesLogs: receives(resource),
        })),
    ),
    ...resources
      .ofType('AWS::ElasticLoadBalancingV2::LoadBalancer')
      .map(resource => ({
        ...toSubjectFact(resource),
        isOn: { value: readAttributeList(resource) },
        receivesLogs: false,
      })),
    ...resources.ofType('aws_s3_bucket').map(resource => ({
      ...toSubjectFact(resource),
      isOn: readBucketLog(resource, resources),
      receivesLogs: receives(resource),
    })),
  ];
}

function readInline(
  reader: AttributeReader,
  setting: string,
  kind: 'flag' | 'block',
): FactValue<boolean> {
  return kind === 'flag'
    ? reader.boolean(setting, { default: false })
    : reader.presence(setting);
}

function readAttributeList(resource: Resource): FactValue<boolean> {
  const attributes = AttributeReader.of(resource).blocks(
    'LoadBalancerAttributes',
  );
  const log = attributes.find(
    each => getText(each.get('Key')) === 'access_logs.s3.enabled',
  );
  return log === undefined
    ? {
        state: 'absent',
        setting: 'access_logs.s3.enabled',
        location: resource.location,
        defaultValue: false,
      }
    : log.boolean('Value');
}

function readBucketLog(
  bucket: Resource,
  resources: ResourceIndex,
): SettingFact {
  const [companion] = resources.companions(
    bucket,
    ['aws_s3_bucket_logging'],
    'bucket',
    'bucket',
  );
  if (companion === undefined)
    return { value: AttributeReader.of(bucket).presence('logging') };
  const { address: subject, type, location, condition } = companion;
  return {
    value: {
      state: 'known',
      value: true,
      setting: 'aws_s3_bucket_logging',
      location,
    },
    holder: {
      subject,
      type,
      location,
      ...(condition !== undefined && { condition }),
    },
  };
}

/** Addresses and names of buckets that others send their logs to. */
function findTargets(resources: ResourceIndex): ReadonlySet<string> {
  const places: readonly (readonly [string, string])[] = [
    ['aws_s3_bucket_logging', 'target_bucket'],
    ['aws_s3_bucket', 'logging.target_bucket'],
    ['aws_lb', 'access_logs.bucket'],
    ['aws_alb', 'access_logs.bucket'],
    ['aws_elb', 'access_logs.bucket'],
    ['aws_cloudfront_distribution', 'logging_config.bucket'],
    ['aws_cloudtrail', 's3_bucket_name'],
    ['aws_flow_log', 'log_destination'],
    ['AWS::S3::Bucket', 'LoggingConfiguration.DestinationBucketName'],
    ['AWS::CloudTrail::Trail', 'S3BucketName'],
    ['google_storage_bucket', 'logging.log_bucket'],
  ];
  const targets = new Set<string>();
  for (const [type, path] of places) {
    for (const resource of resources.ofType(type)) {
      const value = getValue(resource.attributes, path);
      for (const item of getItems(value)) {
        for (const reference of item.references ?? []) targets.add(reference);
        const text = getText(item);
        if (text !== undefined) targets.add(text);
      }
    }
  }
  return targets;
}
