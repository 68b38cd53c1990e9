import { defineCollector } from '../../collector';
import { readAnsibleScripts } from './ansibleScripts';
import { readCloudFormationInit } from './cloudFormationInit';
import { readMachineImages } from './machineImages';
import { readPackerScripts } from './packerScripts';
import { readHostScripts } from './hostScripts';

/** User data, cloud-init, shell scripts, and lookups of machine images. */
export const hostsCollector = defineCollector({
  id: 'hosts',
  collect: ({ files, resources }) => ({
    hostScripts: [
      ...readHostScripts(files, resources),
      ...readAnsibleScripts(files),
      ...readCloudFormationInit(files),
      ...readPackerScripts(files),
    ],
    machineImages: readMachineImages(resources),
  }),
});
