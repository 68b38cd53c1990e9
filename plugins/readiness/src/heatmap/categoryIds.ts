import type { CategoryId } from 'backstage-plugin-readiness-common';

/** The 15 categories in the checklist's order. */
export const categoryIds: readonly CategoryId[] = [
  'install',
  'configure',
  'provision',
  'deploy',
  'high-availability',
  'scalability',
  'performance',
  'networking',
  'security',
  'metrics',
  'logs',
  'backup-restore',
  'cost-optimization',
  'documentation',
  'tests',
];
