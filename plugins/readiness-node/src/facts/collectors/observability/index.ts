import { defineCollector } from '../../collector';
import { readAlerts } from './alerts';
import { readLogGroups, readLogRotations } from './logs';
import { readPlatformMetrics } from './platformMetrics';
import { readSignals } from './signals';

/** Alerts, metrics, dashboards, traces, objectives and logs. */
export const observabilityCollector = defineCollector({
  id: 'observability',
  collect: input => ({
    alerts: readAlerts(input),
    signals: readSignals(input),
    platformMetrics: readPlatformMetrics(input.resources),
    logGroups: readLogGroups(input.resources),
    logRotations: readLogRotations(input),
  }),
});
