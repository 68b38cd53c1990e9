import { join } from 'node:path';
import { formatCheckIndex, listCheckFiles } from './checkFiles';
import { root, writeFormatted } from './writeFormatted';

const folder = join(root, 'plugins/readiness-node/src/checks');

/** Writes checks/index.ts from the files that are there. */
writeFormatted(
  join(folder, 'index.ts'),
  formatCheckIndex(listCheckFiles(folder)),
);
