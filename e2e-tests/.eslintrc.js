const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'cli', {
  // These are tests of Playwright.
  rules: { 'jest/no-standalone-expect': 'off' },
});
