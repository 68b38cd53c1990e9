import { defineCollector } from '../../collector';
import { readAnsible } from './ansible';
import { readChef } from './chef';
import { readPacker } from './packer';
import { readPuppet } from './puppet';

/** What Ansible, Chef, Puppet and Packer install, render and depend on. */
export const configurationManagementCollector = defineCollector({
  id: 'configuration-management',
  collect({ files }) {
    const tools = [readAnsible(files), readChef(files), readPuppet(files)];
    const packer = readPacker(files);
    return {
      managedUnits: [
        ...tools.flatMap(each => each.managedUnits),
        ...packer.managedUnits,
      ],
      managedTemplates: tools.flatMap(each => each.managedTemplates),
      managedPackages: tools.flatMap(each => each.managedPackages),
      managedDependencies: [
        ...tools.flatMap(each => each.managedDependencies),
        ...packer.managedDependencies,
      ],
    };
  },
});
