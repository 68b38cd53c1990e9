import { mapChoices, withoutChoices } from '../../choices';
import { AttributeReader } from '../../readValue';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { AuditTrailFact, ControlPlaneFact } from '../../types/network';
import type { FactValue } from '../../value';

const EKS_LOGS = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
];

/** Who may reach the API of a cluster. */
export function readControlPlanes(
  resources: ResourceIndex,
): readonly ControlPlaneFact[] {
  const eks = [
    ...resources.ofType('aws_eks_cluster').map(resource => ({
      resource,
      prefix: 'vpc_config.',
      names: ['endpoint_public_access', 'public_access_cidrs'],
    })),
    ...resources.ofType('AWS::EKS::Cluster').map(resource => ({
      resource,
      prefix: 'ResourcesVpcConfig.',
      names: ['EndpointPublicAccess', 'PublicAccessCidrs'],
    })),
  ].map(({ resource, prefix, names }) => {
    const reader = AttributeReader.of(resource);
    return {
      ...toSubjectFact(resource),
      isPrivate: negate(
        reader.boolean(`${prefix}${names[0]}`, { default: true }),
      ),
      allowedRanges: reader.texts(`${prefix}${names[1]}`, {
        default: ['0.0.0.0/0'],
      }),
    };
  });
  const gke = resources.ofType('google_container_cluster').map(resource => {
    const reader = AttributeReader.of(resource);
    const blocks = reader.blocks(
      'master_authorized_networks_config.cidr_blocks',
    );
    const ranges = blocks.map(block => block.text('cidr_block'));
    const [open] = ranges.flatMap(range =>
      range.state === 'unresolved' ? [withoutChoices(range)] : [],
    );
    const setting = 'master_authorized_networks_config';
    const { location } = resource;
    return {
      ...toSubjectFact(resource),
      isPrivate: reader.boolean(
        'private_cluster_config.enable_private_endpoint',
        { default: false },
      ),
      allowedRanges: reader.has(setting)
        ? open ?? {
            state: 'known' as const,
            value: ranges.flatMap(range =>
              range.state === 'known' ? [range.value] : [],
            ),
            setting,
            location,
          }
        : {
            state: 'absent' as const,
            setting,
            location,
            defaultValue: ['0.0.0.0/0'],
          },
    };
  });
  const aks = resources.ofType('azurerm_kubernetes_cluster').map(resource => {
    const reader = AttributeReader.of(resource);
    const isNew = reader.has('api_server_access_profile');
    return {
      ...toSubjectFact(resource),
      isPrivate: reader.boolean('private_cluster_enabled', { default: false }),
      allowedRanges: reader.texts(
        isNew
          ? 'api_server_access_profile.authorized_ip_ranges'
          : 'api_server_authorized_ip_ranges',
        { default: ['0.0.0.0/0'] },
      ),
    };
  });
  return [...eks, ...gke, ...aks];
}

/** Logs of what was done to clusters and accounts. */
export function readAuditTrails(
  resources: ResourceIndex,
): readonly AuditTrailFact[] {
  const eks = resources.ofType('aws_eks_cluster').map(resource => ({
    ...toSubjectFact(resource),
    kind: 'control-plane' as const,
    share: toShare(
      AttributeReader.of(resource).texts('enabled_cluster_log_types', {
        default: [],
      }),
    ),
  }));
  const templates = resources.ofType('AWS::EKS::Cluster').map(resource => {
    const reader = AttributeReader.of(resource);
    const types = reader
      .blocks('Logging.ClusterLogging.EnabledTypes')
      .map(each => each.text('Type'));
    const setting = 'Logging.ClusterLogging.EnabledTypes';
    const value = types.flatMap(type =>
      type.state === 'known' ? [type.value] : [],
    );
    return {
      ...toSubjectFact(resource),
      kind: 'control-plane' as const,
      share: toShare({
        state: 'known',
        value,
        setting,
        location: resource.location,
      }),
    };
  });
  const gke = resources.ofType('google_container_cluster').map(resource => ({
    ...toSubjectFact(resource),
    kind: 'control-plane' as const,
    share: toNumber(
      AttributeReader.of(resource).text('logging_service', {
        default: 'logging.googleapis.com/kubernetes',
      }),
      service => service !== 'none',
    ),
  }));
  const trails = [
    ...resources
      .ofType('aws_cloudtrail')
      .map(resource => ({ resource, setting: 'enable_logging' })),
    ...resources
      .ofType('AWS::CloudTrail::Trail')
      .map(resource => ({ resource, setting: 'IsLogging' })),
  ].map(({ resource, setting }) => ({
    ...toSubjectFact(resource),
    kind: 'trail' as const,
    share: toNumber(
      AttributeReader.of(resource).boolean(setting, { default: true }),
      isOn => isOn,
    ),
  }));
  const audits = resources
    .ofType(
      'google_project_iam_audit_config',
      'google_organization_iam_audit_config',
      'google_folder_iam_audit_config',
    )
    .map(resource => ({
      ...toSubjectFact(resource),
      kind: 'trail' as const,
      share: {
        state: 'known' as const,
        value: 1,
        setting: 'audit_log_config',
        location: resource.location,
      },
    }));
  return [...eks, ...templates, ...gke, ...trails, ...audits];
}

function toShare(types: FactValue<readonly string[]>): FactValue<number> {
  return toNumberOf(
    types,
    value =>
      EKS_LOGS.filter(type => value.includes(type)).length / EKS_LOGS.length,
  );
}

function toNumber<T>(
  value: FactValue<T>,
  ask: (value: T) => boolean,
): FactValue<number> {
  return toNumberOf(value, each => (ask(each) ? 1 : 0));
}

function toNumberOf<T>(
  value: FactValue<T>,
  convert: (value: T) => number,
): FactValue<number> {
  switch (value.state) {
    case 'known': {
      const { setting, location } = value;
      return {
        state: 'known',
        value: convert(value.value),
        setting,
        location,
        text: value.text ?? String(value.value),
      };
    }
    case 'absent': {
      const { setting, location, defaultValue } = value;
      return defaultValue === undefined
        ? { state: 'absent', setting, location }
        : {
            state: 'absent',
            setting,
            location,
            defaultValue: convert(defaultValue),
          };
    }
    case 'unresolved':
      return mapChoices(value, convert);
    default:
      throw new TypeError(
        `Unexpected value ${JSON.stringify(value satisfies never)}`,
      );
  }
}

function negate(value: FactValue<boolean>): FactValue<boolean> {
  if (value.state === 'known')
    return { ...value, value: !value.value, text: String(value.value) };
  if (value.state === 'unresolved') return value;
  const { setting, location, defaultValue } = value;
  return {
    state: 'absent',
    setting,
    location,
    ...(defaultValue !== undefined && { defaultValue: !defaultValue }),
  };
}
