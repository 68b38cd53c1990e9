import { testCheck } from '../../testing';
import { frozenInstall } from './frozen-install';

const docker = (
  command: string,
  outcome: 'pass' | 'fail' | 'not-applicable',
  extra: Record<string, string> = {},
  before = '',
) => ({
  title: `Dockerfile: ${before}${command}`,
  files: { Dockerfile: `FROM a:1\n${before}RUN ${command}\n`, ...extra },
  outcome,
});
const job = (
  command: string,
  outcome: 'pass' | 'fail' | 'not-applicable',
  extra: Record<string, string> = {},
) => ({
  title: `CI: ${command}`,
  files: {
    '.github/workflows/ci.yml': `on: push\njobs:\n  test:\n    steps:\n      - run: ${command}\n`,
    ...extra,
  },
  outcome,
});

testCheck(frozenInstall, [
  docker('npm i --production', 'fail'),
  docker('npm --prefix web install', 'fail'),
  docker('npm install express', 'not-applicable'),
  docker('yarn install --frozen-lockfile', 'pass'),
  docker('yarn', 'fail'),
  docker('yarn install', 'fail', { '.yarnrc.yml': '' }),
  job('yarn install', 'pass', { '.yarnrc.yml': '' }),
  job('yarn install', 'fail'),
  job('pnpm install', 'pass'),
  docker('pnpm install', 'fail'),
  docker('pnpm install --frozen-lockfile', 'pass'),
  docker('bundle install', 'fail'),
  docker('bundle install', 'pass', {}, 'ENV BUNDLE_DEPLOYMENT=1\n'),
  docker('bundle config set --local deployment true && bundle install', 'pass'),
  docker('pip install -r requirements.txt', 'pass', {
    'requirements.txt': 'flask==3.0\n',
  }),
  docker('pip install --no-cache-dir -r /app/requirements.txt', 'fail', {
    'requirements.txt': 'flask\n',
  }),
  docker('pip install --require-hashes -r requirements.txt', 'pass', {
    'requirements.txt': 'flask>1 --hash=sha256:ab\n',
  }),
  docker('pip install flask', 'not-applicable'),
  docker('python -m pip install .', 'fail'),
  docker('poetry install --no-root', 'pass'),
  docker('uv sync', 'fail'),
  docker('uv sync --locked --no-dev', 'pass'),
  docker('uv sync', 'pass', {}, 'ENV UV_FROZEN=1\n'),
  docker('pipenv install --system --deploy', 'pass'),
  docker('pipenv install', 'fail'),
  docker('cargo build --release', 'fail'),
  docker('cargo build --release --locked', 'pass'),
  docker('composer install --no-dev', 'pass'),
  docker('composer update', 'fail'),
  docker('php composer.phar update --no-dev', 'fail'),
  docker('composer install', 'fail', {
    'composer.json': '{"require": {"laravel/framework": "^10"}}',
  }),
  docker('mix deps.get --only prod --check-locked', 'pass'),
  docker('go mod download', 'pass'),
  docker('sudo npm ci', 'pass'),
  {
    title: 'Bundler frozen by a variable of the pipeline',
    files: {
      '.gitlab-ci.yml':
        'variables: {BUNDLE_FROZEN: "true"}\ntest:\n  script: bundle install\n',
      '.github/workflows/ci.yml':
        'on: push\nenv: {BUNDLE_FROZEN: "true"}\njobs:\n  test:\n    steps: [{run: bundle install}]\n  open:\n    env: {BUNDLE_FROZEN: "false"}\n    steps: [{run: bundle install}]\n',
    },
    outcome: 'fail',
    findings: [
      { subject: '.gitlab-ci.yml#test', outcome: 'pass' },
      { subject: '.github/workflows/ci.yml#test', outcome: 'pass' },
      { subject: '.github/workflows/ci.yml#open', outcome: 'fail' },
    ],
    isComplete: true,
  },
  {
    title: 'pip with pinned requirements and something beside them',
    files: {
      '.gitlab-ci.yml':
        'lint:\n  script: pip install black -r requirements.txt\ntest:\n  script: pip install --upgrade pip -r requirements.txt\n',
      'requirements.txt': 'six==1.10.0\n',
    },
    outcome: 'fail',
    findings: [
      { subject: '.gitlab-ci.yml#lint', outcome: 'fail' },
      { subject: '.gitlab-ci.yml#test', outcome: 'pass' },
    ],
  },
  {
    title: 'through make',
    files: {
      '.gitlab-ci.yml': 'test:\n  script: make deps\n',
      Makefile: 'deps:\n\tnpm install\n',
    },
    outcome: 'fail',
    findings: [
      { subject: '.gitlab-ci.yml#test', outcome: 'fail', at: 'Makefile:2' },
    ],
  },
]);
