import { defineCollector } from '../../collector';
import { collectCapacitySigns } from './capacitySigns';
import { collectDiskTypes } from './diskTypes';
import { collectNodeScalers } from './nodeScalers';
import { collectProgressiveDeliveries } from './progressiveDeliveries';
import { collectScaleDowns } from './scaleDowns';
import { collectSystemdUnits } from './systemdUnits';
import { collectZoneBalancers } from './zoneBalancers';
import { collectZonePlacements } from './zonePlacements';

/** How things run beside the workloads themselves: traffic, zones, sizes, schedules. */
export const operationsCollector = defineCollector({
  id: 'operations',
  collect({ files, resources }) {
    return {
      zoneBalancers: collectZoneBalancers(resources),
      zonePlacements: collectZonePlacements(resources),
      progressiveDeliveries: collectProgressiveDeliveries(resources),
      capacitySigns: collectCapacitySigns(files, resources),
      scaleDowns: collectScaleDowns(files, resources),
      autoscalers: collectNodeScalers(resources),
      diskTypes: collectDiskTypes(resources),
      systemdUnits: collectSystemdUnits(files),
    };
  },
});
