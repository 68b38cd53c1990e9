import { AttributeReader } from '../../readValue';
import type { ResourceIndex } from '../../resourceIndex';
import type { RegistryScanFact } from '../../types/tests';
import type { FactValue } from '../../value';

/** Whether registries scan images when they are pushed. */
export function readRegistryScans(
  resources: ResourceIndex,
): readonly RegistryScanFact[] {
  const registryWide = resources.ofType(
    'aws_ecr_registry_scanning_configuration',
    'AWS::ECR::RegistryScanningConfiguration',
  )[0];
  return resources
    .ofType('aws_ecr_repository', 'AWS::ECR::Repository')
    .map(resource => {
      const reader = AttributeReader.of(resource);
      const isCloudFormation = resource.language === 'cloudformation';
      const own = reader.boolean(
        isCloudFormation
          ? 'ImageScanningConfiguration.ScanOnPush'
          : 'image_scanning_configuration.scan_on_push',
        { default: false },
      );
      const wide: FactValue<boolean> | undefined = registryWide && {
        state: 'known',
        value: true,
        setting: registryWide.address,
        location: registryWide.location,
      };
      const {
        address,
        type,
        language,
        location,
        scope,
        environment,
        condition,
      } = resource;
      return {
        subject: address,
        type,
        language,
        location,
        scope,
        ...(environment !== undefined && { environment }),
        ...(condition !== undefined && { condition }),
        scanOnPush: own.state === 'absent' && wide ? wide : own,
      };
    });
}
