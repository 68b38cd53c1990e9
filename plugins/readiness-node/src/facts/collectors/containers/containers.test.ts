import { createSnapshot } from '../../../testing/createSnapshot';
import { collectFacts } from '../../collectFacts';

async function collect(files: Record<string, string>) {
  const [collected] = await collectFacts(createSnapshot(files), {
    subPaths: [''],
  });
  if (collected === undefined) throw new Error('nothing was collected');
  return collected.facts;
}

describe('containersCollector', () => {
  const text = [
    '# syntax=docker/dockerfile:1',
    'ARG NODE=20',
    'ARG BASE=node:${NODE}-alpine',
    'ARG UNKNOWN',
    'FROM ${BASE} AS build',
    'ARG NODE',
    'ENV APP=/srv OWNER="a b"',
    'USER node',
    'RUN --mount=type=cache,target=/root/.npm apk add --no-cache \\',
    '    # a comment',
    '    curl=8 && \\',
    '    npm ci',
    'RUN <<EOF',
    'set -e',
    'npm test',
    'EOF',
    'RUN ["npm", "run", "build"]',
    'FROM $UNKNOWN AS two',
    'FROM scratch',
    'FROM build AS final',
    'COPY --from=0 /a /b',
    'EXPOSE 80/tcp ${PORT:-8080}',
    'HEALTHCHECK --interval=5s CMD wget -q localhost',
    'CMD ["node", "x.js"]',
  ].join('\n');

  it('reads stages with ARG defaults', async () => {
    const [file] = (await collect({ Dockerfile: text })).containerfiles;
    expect(
      file?.stages.map(stage => [
        stage.baseKind,
        stage.name,
        stage.image.state === 'known' ? stage.image.value : stage.image.state,
      ]),
    ).toEqual([
      ['image', 'build', 'node:20-alpine'],
      ['image', 'two', 'unresolved'],
      ['scratch', undefined, 'scratch'],
      ['stage', 'final', 'build'],
    ]);
  });

  it('splits RUN into commands with lines', async () => {
    const [file] = (await collect({ Dockerfile: text })).containerfiles;
    expect(
      file?.stages[0]?.run.map(
        command => `${command.location.startLine}: ${command.words.join(' ')}`,
      ),
    ).toEqual([
      '9: apk add --no-cache curl=8',
      '12: npm ci',
      '14: set -e',
      '15: npm test',
      '17: npm run build',
    ]);
  });

  it('inherits the user of an earlier stage and reads the rest', async () => {
    const [file] = (await collect({ Dockerfile: text })).containerfiles;
    expect(file?.stages[3]).toMatchObject({
      isLast: true,
      user: { state: 'known', value: 'node', location: { startLine: 8 } },
      exposedPorts: [{ port: 80 }, { port: 8080 }],
      healthcheck: { state: 'known' },
      copies: [
        { instruction: 'COPY', from: '0', sources: ['/a'], target: '/b' },
      ],
    });
    expect(file?.stages[0]?.variables).toEqual([
      {
        instruction: 'ARG',
        name: 'NODE',
        location: { path: 'Dockerfile', startLine: 6, endLine: 6 },
      },
      {
        instruction: 'ENV',
        name: 'APP',
        value: '/srv',
        location: { path: 'Dockerfile', startLine: 7, endLine: 7 },
      },
      {
        instruction: 'ENV',
        name: 'OWNER',
        value: 'a b',
        location: { path: 'Dockerfile', startLine: 7, endLine: 7 },
      },
    ]);
    expect(file?.command?.words).toEqual(['node', 'x.js']);
  });

  it('knows files by their names and what never counts', async () => {
    const from = 'FROM a:1\n';
    const { containerfiles, buildpacks } = await collect({
      Dockerfile: from,
      'build/Dockerfile.prod': from,
      'api.Dockerfile': from,
      Containerfile: from,
      'docker/Dockerfile.j2': from,
      'Dockerfile.dockerignore': 'x',
      '.dockerignore': 'x',
      '.devcontainer/Dockerfile': from,
      'test/Dockerfile': from,
      'project.toml':
        '[_]\nschema-version = "0.2"\n[io.buildpacks]\nbuilder = "heroku/builder:24"\n',
    });
    expect(
      containerfiles.map(file => [
        file.subject,
        file.isDevelopment,
        file.hasIgnoreFile,
      ]),
    ).toEqual([
      ['.devcontainer/Dockerfile', true, true],
      ['Containerfile', false, true],
      ['Dockerfile', false, true],
      ['api.Dockerfile', false, true],
      ['build/Dockerfile.prod', false, true],
      ['test/Dockerfile', true, true],
    ]);
    expect(buildpacks).toEqual([
      {
        subject: 'project.toml',
        location: { path: 'project.toml', startLine: 3, endLine: 4 },
        builder: 'heroku/builder:24',
      },
    ]);
  });
});
