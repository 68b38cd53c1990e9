import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { TargetGroupFact } from '../../types/targetGroups';
import { absent } from './blankFacts';

const TERRAFORM = ['aws_lb_target_group', 'aws_alb_target_group'];
const CLOUDFORMATION = 'AWS::ElasticLoadBalancingV2::TargetGroup';

/** Target groups of AWS load balancers. */
export function collectTargetGroups(
  resources: ResourceIndex,
): TargetGroupFact[] {
  return [
    ...resources.ofType(...TERRAFORM).map(readTerraform),
    ...resources.ofType(CLOUDFORMATION).map(readCloudFormation),
  ];
}

function readTerraform(resource: Resource): TargetGroupFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    protocol: reader.text('protocol'),
    targetType: reader.text('target_type', { default: 'instance' }),
    healthCheckEnabled: reader.boolean('health_check.enabled', {
      default: true,
    }),
    healthCheckPath: reader.text('health_check.path'),
    deregistrationDelay: reader.number('deregistration_delay', {
      default: 300,
    }),
  };
}

function readCloudFormation(resource: Resource): TargetGroupFact {
  const reader = AttributeReader.of(resource);
  const attribute = 'deregistration_delay.timeout_seconds';
  const entry = reader.blocks('TargetGroupAttributes').find(block => {
    const key = block.text('Key');
    return key.state === 'known' && key.value === attribute;
  });
  return {
    ...toSubjectFact(resource),
    protocol: reader.text('Protocol'),
    targetType: reader.text('TargetType', { default: 'instance' }),
    healthCheckEnabled: reader.boolean('HealthCheckEnabled', {
      default: true,
    }),
    healthCheckPath: reader.text('HealthCheckPath'),
    deregistrationDelay: entry
      ? { ...entry.number('Value'), setting: attribute }
      : absent(attribute, resource.location, 300),
  };
}
