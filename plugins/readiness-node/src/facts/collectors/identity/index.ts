import { defineCollector } from '../../collector';
import { readAuthentications } from './authentications';
import { readAwsGrants } from './awsGrants';
import { readHostProtections } from './hostProtections';
import { readClusterGrants, readCloudGrants } from './otherGrants';
import { readSecretManagers } from './secretManagers';

/** Rights, keepers of secrets, protection of hosts and ways to sign in. */
export const identityCollector = defineCollector({
  id: 'identity',
  collect(input) {
    const { resources } = input;
    return {
      grants: [
        ...readAwsGrants(resources),
        ...readClusterGrants(resources),
        ...readCloudGrants(resources),
      ],
      secretManagers: readSecretManagers(input),
      hostProtections: readHostProtections(resources),
      authentications: readAuthentications(input),
    };
  },
});
