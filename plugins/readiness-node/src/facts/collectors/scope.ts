import { defineCollector } from '../collector';

/** What was read at all: files and an inventory of resources. */
export const scopeCollector = defineCollector({
  id: 'scope',
  collect({ files, resources }) {
    return {
      files: files.all.map(({ path, size }) => ({ path, size })),
      resourceInventory: resources.all
        .filter(resource => resource.offByDefault === undefined)
        .map(({ address, type, apiVersion, language, location }) => ({
          subject: address,
          type,
          ...(apiVersion !== undefined && { apiVersion }),
          language,
          location,
        })),
    };
  },
});
