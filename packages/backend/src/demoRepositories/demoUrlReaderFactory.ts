import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  ReaderFactory,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { DemoUrlReader } from './DemoUrlReader';

const DEMO_HOST = 'git.acme.test';

/** Creates the reader of the demo organisation's host, if there is a folder for it. */
export const createDemoReaders: ReaderFactory = ({
  config,
  treeResponseFactory,
}) => {
  const configured = config.getOptionalString('readinessDemo.repositories');
  if (!configured) {
    return [];
  }
  return [
    {
      predicate: url => url.host === DEMO_HOST,
      reader: new DemoUrlReader({
        folder: findFolder(configured),
        treeResponseFactory,
      }),
    },
  ];
};

/** Lets the backend read the demo organisation's repositories from disk. */
export const demoUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  async factory() {
    return createDemoReaders;
  },
});

/**
 * The working directory is this package's folder under `package start` and
 * the root of the repository when the built backend runs.
 */
function findFolder(configured: string): string {
  for (let base = process.cwd(); ; base = dirname(base)) {
    const folder = resolve(base, configured);
    if (existsSync(folder)) {
      return folder;
    }
    if (base === dirname(base)) {
      throw new NotFoundError(
        `readinessDemo.repositories: there is no folder '${configured}' in ${process.cwd()} or above it`,
      );
    }
  }
}
