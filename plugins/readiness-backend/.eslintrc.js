const createPackageConfig = require('../../scripts/eslintPackageConfig');

const worksAlone = ['repository', 'targets', 'queue', 'heatmap', 'database'];

module.exports = createPackageConfig(__dirname, [
  {
    files: 'router.ts',
    mayImport: ['router.ts', 'service/ReadinessService.ts', 'openapi'],
    why: 'The router sees the interface of the service, so that authorisation cannot be passed by.',
  },
  {
    files: 'actions',
    mayImport: ['actions', 'service/ReadinessService.ts'],
    why: 'Actions see the interface of the service, so that authorisation cannot be passed by.',
  },
  {
    files: 'service',
    mayImport: ['service', 'types', 'types.ts', ...worksAlone],
    why: 'The service knows nothing of HTTP or actions.',
  },
  ...worksAlone.map(folder => ({
    files: folder,
    mayImport: [folder, 'types', 'types.ts'],
    why: 'These folders work alone: the service joins them, plugin.ts constructs them.',
  })),
]);
