const { join } = require('node:path');

// The tests of every package as the Backstage CLI sets them up, and those of
// scripts/, which are set up like the tests of a Node package.
module.exports = require('@backstage/cli/config/jest').then(config => {
  const node = config.projects.find(
    ({ displayName }) => displayName === 'backend',
  );
  const scripts = {
    ...node,
    displayName: 'scripts',
    rootDir: join(__dirname, 'scripts'),
  };
  return { ...config, projects: [...config.projects, scripts] };
});
