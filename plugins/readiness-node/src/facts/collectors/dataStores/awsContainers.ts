import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { RegistryFact, SecretStoreFact } from '../../types/dataStores';
import type { FactValue } from '../../value';
import {
  absent,
  derive,
  heldBy,
  isGiven,
  known,
  own,
  textsAt,
} from './settings';

/** ECR repositories. */
export function readRegistries(
  resources: ResourceIndex,
): readonly RegistryFact[] {
  return [
    ...resources.ofType('aws_ecr_repository').map(resource => {
      const [policy] = resources.companions(
        resource,
        ['aws_ecr_lifecycle_policy'],
        'repository',
        'name',
      );
      return {
        ...toSubjectFact(resource),
        immutableTags: own(readMutability(resource, 'image_tag_mutability')),
        hasLifecycle: policy
          ? heldBy(policy, known(true, 'policy', policy.location, 'set'))
          : own(
              absent(
                'aws_ecr_lifecycle_policy',
                resource.location,
                false,
                'none',
              ),
            ),
      };
    }),
    ...resources.ofType('AWS::ECR::Repository').map(resource => ({
      ...toSubjectFact(resource),
      immutableTags: own(readMutability(resource, 'ImageTagMutability')),
      hasLifecycle: own(
        isGiven(AttributeReader.of(resource), 'LifecyclePolicy'),
      ),
    })),
  ];
}

function readMutability(resource: Resource, name: string): FactValue<boolean> {
  return derive(
    AttributeReader.of(resource).text(name, { default: 'MUTABLE' }),
    word => word.startsWith('IMMUTABLE'),
  );
}

/** Kubernetes secrets of EKS control planes. */
export function readSecretStores(
  resources: ResourceIndex,
): readonly SecretStoreFact[] {
  return resources
    .ofType('aws_eks_cluster', 'AWS::EKS::Cluster')
    .map(resource => {
      const isTerraform = resource.language === 'terraform';
      const path = isTerraform ? 'encryption_config' : 'EncryptionConfig';
      const given = AttributeReader.of(resource).presence(path);
      const covered = textsAt(
        resource,
        `${path}.${isTerraform ? 'resources' : 'Resources'}`,
      );
      const isOther =
        given.state === 'known' &&
        given.value &&
        covered.length > 0 &&
        !covered.includes('secrets');
      return {
        ...toSubjectFact(resource),
        encryptedAtRest: own(isOther ? derive(given, () => false) : given),
      };
    });
}
