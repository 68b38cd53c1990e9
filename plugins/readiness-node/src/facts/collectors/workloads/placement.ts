import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { PlacementFact } from '../../types/workloads';
import type { FactValue } from '../../value';
import { countZones } from '../operations/countZones';
import { absent, createPlacement, known } from './blankFacts';
import { countItems } from './readSettings';

/** Where a resource keeps its subnets and zones. */
export interface PlacementPaths {
  readonly subnets?: string;
  readonly zones?: string;
  readonly zoneBalance?: string;
}

/** Subnets and zones of something, zones taken from the subnets it refers to. */
export function readPlacement(
  resources: ResourceIndex,
  resource: Resource,
  paths: PlacementPaths,
): PlacementFact {
  const reader = AttributeReader.of(resource);
  const blank = createPlacement(resource.location);
  const { subnets, zones, zoneBalance } = paths;
  const direct =
    zones !== undefined && reader.has(zones)
      ? countItems(reader, zones)
      : undefined;
  return {
    ...blank,
    ...(subnets !== undefined && {
      subnetCount: countSubnets(reader, subnets),
    }),
    zoneCount:
      direct ??
      (subnets !== undefined
        ? countZones(resources, resource, reader.get(subnets), subnets)
        : absent(zones ?? blank.zoneCount.setting, resource.location)),
    ...(zoneBalance !== undefined && {
      zoneBalance: reader.boolean(zoneBalance, { default: false }),
    }),
  };
}

/** A comma-separated text is a list too (`Fn::Join`, old templates). */
function countSubnets(
  reader: AttributeReader,
  path: string,
): FactValue<number> {
  const value = reader.get(path);
  const text = getText(value);
  return value !== undefined && text?.includes(',')
    ? known(text.split(',').length, path, value.location)
    : countItems(reader, path);
}
