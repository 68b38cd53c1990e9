import { defineCollector } from '../../collector';
import { readAwsGrants } from './awsGrants';
import { readClusterGrants, readCloudGrants } from './otherGrants';

/** Rights, keepers of secrets, protection of hosts and ways to sign in. */
export const identityCollector = defineCollector({
  id: 'identity',
  collect({ resources }) {
    return {
      grants: [
        ...readAwsGrants(resources),
        ...readClusterGrants(resources),
        ...readCloudGrants(resources),
      ],
    };
  },
});
