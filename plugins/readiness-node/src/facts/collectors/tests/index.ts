import { defineCollector } from '../../collector';
import { readPackages } from '../packages';
import { readRegistryScans } from './registries';
import { readApplicationSource } from './sources';
import { readToolFiles } from './toolFiles';

/** Test files, source languages, and tools that files show at work. */
export const testsCollector = defineCollector({
  id: 'tests',
  collect({ files, resources }) {
    const { testFiles, sourceLanguages } = readApplicationSource(files);
    return {
      testFiles,
      sourceLanguages,
      toolUses: readToolFiles(files, readPackages(files)),
      registryScans: readRegistryScans(resources),
    };
  },
});
