import { testCheck } from '../../testing';
import { dependencyUpdates } from './dependency-updates';

const file = (
  path: string,
  text: string,
  outcome: 'pass' | 'fail' = 'pass',
) => ({
  title: `${path}: ${text.slice(0, 30)}`,
  files: { [path]: text },
  outcome,
});

testCheck(dependencyUpdates, [
  file('.renovaterc', '{}'),
  file('.github/renovate.json5', '{}'),
  file('package.json', '{\n  "renovate": { "extends": [] }\n}'),
  file('.gitlab-ci.yml', 'renovate:\n  script: renovate\n'),
  file('.github/dependabot.yml', 'version: 2\nupdates: []\n', 'fail'),
  file('renovate.json', '{ "enabled": false }', 'fail'),
  file(
    'renovate.json',
    '{ "extends": [], "packageRules": [{ "enabled": false }] }',
  ),
  file('packages/renovate/index.js', 'x', 'fail'),
]);
