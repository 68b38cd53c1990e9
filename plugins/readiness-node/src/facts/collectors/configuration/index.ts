import { defineCollector } from '../../collector';
import { readConfigSchemas, readTemplateParameters } from './configSchemas';
import { readEnvironmentConfigs } from './environmentConfigs';

/** Settings per environment, and schemas that settings are held against. */
export const configurationCollector = defineCollector({
  id: 'configuration',
  collect: ({ files, options }) => ({
    environmentConfigs: readEnvironmentConfigs(files, options),
    configSchemas: readConfigSchemas(files),
    templateParameters: readTemplateParameters(files),
  }),
});
