import { createSnapshot } from '../../testing/createSnapshot';
import { defaultCollectorOptions } from '../collector';
import { FileIndex, ParsedSnapshot } from '../fileIndex';
import { getText, getValue, toPlain } from '../readValue';
import type { Resource } from '../resource';
import { resolveCompose } from './resolveCompose';

function resolve(files: Record<string, string>) {
  const parsed = new ParsedSnapshot(createSnapshot(files));
  const resources = resolveCompose({
    files: new FileIndex(parsed, ''),
    options: defaultCollectorOptions,
  });
  expect(parsed.problems).toEqual([]);
  return resources;
}

function at(resource: Resource | undefined, path: string): string {
  const value = resource && getValue(resource.attributes, path);
  if (value === undefined) return 'absent';
  const text =
    value.kind === 'unresolved'
      ? `?${value.expression}`
      : getText(value) ?? JSON.stringify(toPlain(value));
  return `${text} @${value.location.path}:${value.location.startLine}`;
}

const BASE = `x-app: &app
  restart: always
  logging: {driver: json-file, options: {max-size: 10m}}
services:
  web:
    <<: *app
    image: "web:\${TAG:-1.2}"
    environment: [A=1, B]
    ports: ["80:80"]
    mem_limit: $MEMORY
  worker:
    extends: {service: web}
    image: worker:\${WORKER_TAG}
    command: [run]
volumes:
  data:
`;

describe('compose files', () => {
  it('fills in variables, anchors and extends', () => {
    const [web, worker, volume] = resolve({
      'docker-compose.yml': BASE,
      '.env': '# c\nMEMORY="512m"\n',
    });
    expect(
      [web, worker, volume].map(each => `${each?.type} ${each?.address}`),
    ).toEqual([
      'compose.service services.web',
      'compose.service services.worker',
      'compose.volume volumes.data',
    ]);
    expect(web?.location).toMatchObject({ startLine: 5, endLine: 10 });
    expect(at(web, 'image')).toBe('web:1.2 @docker-compose.yml:7');
    expect(at(web, 'mem_limit')).toBe('512m @docker-compose.yml:10');
    expect(at(web, 'restart')).toBe('always @docker-compose.yml:2');
    expect(at(worker, 'image')).toBe(
      '?worker:${WORKER_TAG} @docker-compose.yml:13',
    );
    expect(at(worker, 'logging.options.max-size')).toBe(
      '10m @docker-compose.yml:3',
    );
  });

  it('merges the file of production over the base', () => {
    const resources = resolve({
      'docker-compose.yml': BASE,
      'docker-compose.prod.yml':
        'services:\n  web:\n    image: web:2.0\n    environment: {B: "2"}\n    ports: ["443:443"]\n    command: !override [x]\n  cache: {image: redis:7}\n',
      'docker-compose.override.yml':
        'services: {web: {image: dev}, mailhog: {image: mailhog}}\n',
      'docker-compose.monitoring.yml':
        'services: {web: {image: other}, prometheus: {image: p:1}}\n',
    });
    const shown = resources.map(each =>
      `${each.address} ${each.environment ?? ''}`.trim(),
    );
    expect(shown.sort()).toEqual([
      'services.cache prod',
      'services.mailhog',
      'services.prometheus',
      'services.web prod',
      'services.worker prod',
      'volumes.data prod',
    ]);
    const web = resources[0];
    expect(at(web, 'image')).toBe('web:2.0 @docker-compose.prod.yml:3');
    expect(at(web, 'environment')).toBe(
      '{"A":"1","B":"2"} @docker-compose.yml:8',
    );
    expect(at(web, 'ports')).toBe('["80:80","443:443"] @docker-compose.yml:9');
    expect(at(web, 'command')).toBe('["x"] @docker-compose.prod.yml:6');
    expect(
      getValue(web?.attributes ?? resources[1]!.attributes, 'image'),
    ).toMatchObject({ variants: { default: 'web:1.2' } });
  });

  it('survives circles', () => {
    const resources = resolve({
      'compose.yaml':
        'services:\n  a: {extends: b}\n  b: {extends: a}\n  c: {extends: {file: other/compose.yaml, service: d}}\n',
      'other/compose.yaml':
        'services:\n  d: {extends: {file: ../compose.yaml, service: c}}\n',
    });
    expect(resources.map(each => each.name)).toEqual(['a', 'b', 'c', 'd']);
  });
});
