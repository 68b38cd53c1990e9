import {
  defineCheck,
  fail,
  findCommandPlaces,
  forEachSubject,
  pass,
  type CommandPlace,
  type CheckContext,
} from '../../check';
import { findInstallMode } from './installModes';

export const frozenInstall = defineCheck({
  id: 'frozen-install',
  category: 'install',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'CI and images install what the lock says',
  description:
    'Commands of CI and Dockerfiles that install the application’s own dependencies do so in locked mode: npm ci, --frozen-lockfile, --immutable, frozen Bundler, poetry install, uv sync --locked, pip with pins or hashes, cargo --locked. npm install for the application’s own manifest fails.',
  rationale:
    'A lock that the build may rewrite is a suggestion. In locked mode a forgotten lock update fails the build instead of changing the product.',
  references: [
    { title: 'npm ci', url: 'https://docs.npmjs.com/cli/commands/npm-ci' },
    { title: 'Yarn: --immutable', url: 'https://yarnpkg.com/cli/install' },
    {
      title: 'Bundler: frozen',
      url: 'https://bundler.io/man/bundle-config.1.html',
    },
    {
      title: 'uv sync --locked',
      url: 'https://docs.astral.sh/uv/concepts/projects/sync/',
    },
  ],
  remediation: {
    summary:
      'Replace npm install by npm ci, and give the other package managers their flag for locked installs.',
    effortMinutes: 5,
    snippets: {
      dockerfile:
        'COPY package.json package-lock.json ./\nRUN npm ci --omit=dev\n',
      'github-actions': '- run: yarn install --immutable\n',
      'gitlab-ci': 'test:\n  before_script:\n    - uv sync --locked\n',
    },
  },
  examples: [
    {
      title: 'npm ci in a Dockerfile',
      files: { Dockerfile: 'FROM node:22\nRUN npm ci\n' },
      outcome: 'pass',
      findings: [
        { subject: 'Dockerfile', outcome: 'pass', at: 'Dockerfile:2' },
      ],
    },
    {
      title: 'npm install in CI',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  test:\n    steps:\n      - run: npm install\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: '.github/workflows/ci.yml#test',
          outcome: 'fail',
          at: '.github/workflows/ci.yml:5',
        },
      ],
    },
    {
      title: 'A global tool is another matter',
      files: { Dockerfile: 'FROM node:22\nRUN npm install -g serve@14\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const places = findCommandPlaces(facts).filter(
      ({ kind }) => kind !== 'host',
    );
    return forEachSubject(
      places,
      'no Dockerfile or job installs dependencies',
      place => judgePlace(place, facts),
    );
  },
});

function judgePlace(place: CommandPlace, facts: CheckContext['facts']) {
  return place.commands.flatMap(command => {
    const mode = findInstallMode(command, place, facts);
    if (mode === undefined) return [];
    const details = { actual: command.text, at: [command.location] };
    return mode.isLocked
      ? pass(place, { ...details, message: `${command.text}: ${mode.reason}` })
      : fail(place, {
          ...details,
          message: `${command.text} may install other versions than the lock's`,
          expected: mode.reason,
        });
  });
}
