import { defineCollector } from '../../collector';
import { readAccessLogs } from './accessLogs';
import { readAuditTrails, readControlPlanes } from './clusters';
import { readExposures, readListeners } from './edges';
import { readFirewalls } from './firewalls';
import { readCertificates, readDnsNames, readPrivateAccesses } from './names';
import { readManagedNetwork } from './managedNetwork';
import { readNetworkParts, readNetworks, readSubnets } from './networks';

/** Networks, what they let in, the names and certificates at their edge, and their logs. */
export const networkCollector = defineCollector({
  id: 'network',
  collect(input) {
    const { resources } = input;
    return {
      networks: readNetworks(resources),
      subnets: readSubnets(resources),
      networkParts: [
        ...readNetworkParts(resources),
        ...readManagedNetwork(input.files),
      ],
      firewalls: readFirewalls(resources),
      listeners: readListeners(resources),
      exposures: readExposures(resources),
      dnsNames: readDnsNames(input),
      certificates: readCertificates(input),
      controlPlanes: readControlPlanes(resources),
      privateAccesses: readPrivateAccesses(input),
      accessLogs: readAccessLogs(resources),
      auditTrails: readAuditTrails(resources),
    };
  },
});
