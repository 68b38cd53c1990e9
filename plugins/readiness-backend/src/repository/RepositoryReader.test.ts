import { NotFoundError } from '@backstage/errors';
import { FakeUrlReader } from '../testing/FakeUrlReader';
import { classifyReadError } from './readFailure';
import { RepositoryReader } from './RepositoryReader';
import { ReadLimits, TreeFilter } from './treeFilter';

const limits: ReadLimits = {
  maxFiles: 3,
  maxBytes: 100,
  maxFileBytes: 50,
  maxDepth: 2,
};
const cart = {
  hostType: 'github',
  url: 'https://git.acme.test/acme/cart',
  ref: 'main',
} as const;
const READ_URL = 'https://git.acme.test/acme/cart/tree/main';

function createReader(
  urlReader: ConstructorParameters<typeof RepositoryReader>[0]['urlReader'],
  overrides: Partial<ReadLimits> = {},
  timeoutMilliseconds = 5_000,
) {
  return new RepositoryReader({
    urlReader,
    timeoutMilliseconds,
    limits: { ...limits, ...overrides },
  });
}

describe('RepositoryReader', () => {
  it('reads files and names those it withholds', async () => {
    const reader = createReader(
      new FakeUrlReader({
        [READ_URL]: {
          'main.tf': 'a',
          'logo.png': 'binary',
          'big.json': 'x'.repeat(51),
          'node_modules/a/index.js': 'x',
          'charts/vendor/a.yaml': 'x',
        },
      }),
    );
    const result = await reader.read(cart, undefined);
    expect(result).toMatchObject({
      status: 'read',
      etag: expect.stringMatching(/^[0-9a-f]{40}$/),
      snapshot: {
        repository: cart.url,
        files: [
          { path: 'big.json', size: 51, withheld: 'too-large' },
          { path: 'logo.png', size: 6, withheld: 'binary' },
          { path: 'main.tf', size: 1, text: 'a' },
        ],
      },
    });
    expect(result).not.toHaveProperty('snapshot.truncatedBy');
  });

  it('asks conditionally', async () => {
    const urlReader = new FakeUrlReader({ [READ_URL]: { a: 'a' } });
    const reader = createReader(urlReader);
    const first = await reader.read(cart, undefined);
    const etag = first.status === 'read' ? first.etag : undefined;
    expect(await reader.read(cart, etag)).toEqual({ status: 'unchanged' });
    expect(urlReader.reads).toEqual([READ_URL, `${READ_URL} 304`]);
  });

  it('gives up on a host that does not answer', async () => {
    const reader = createReader(
      {
        readTree: () => new Promise(() => {}),
        readUrl: jest.fn(),
        search: jest.fn(),
      },
      {},
      20,
    );
    expect(await reader.read(cart, undefined)).toEqual({
      status: 'failed',
      failure: { scope: 'host', message: 'Reading timed out after 0 s' },
    });
  });

  it('takes an empty file whose content is an empty array', async () => {
    const reader = createReader({
      readTree: async () => ({
        etag: 'e',
        files: async () => [
          { path: 'link', content: async () => Buffer.from([]) },
        ],
        archive: jest.fn(),
        dir: jest.fn(),
      }),
      readUrl: jest.fn(),
      search: jest.fn(),
    });
    expect(await reader.read(cart, undefined)).toMatchObject({
      status: 'read',
      snapshot: { files: [{ path: 'link', size: 0, text: '' }] },
    });
  });
});

describe('TreeFilter', () => {
  it.each([
    ['files', {}, ['a', 'b', 'c', 'd'], '3 files'],
    ['bytes', { maxFiles: 9 }, ['a', 'b', 'c', 'd'], '100 bytes'],
    ['depth', {}, ['x/y/z/a'], '2 folders of depth'],
    ['nothing', {}, ['x/y/a', 'b'], undefined],
  ])('stops at too many %s', (_, overrides, paths, truncatedBy) => {
    const filter = new TreeFilter({ ...limits, ...overrides });
    const accepted = paths.filter(path => filter.accept(path, 33));
    expect(filter.truncatedBy).toBe(truncatedBy);
    expect(accepted).toEqual(
      truncatedBy === '2 folders of depth' ? [] : paths.slice(0, 3),
    );
  });
});

describe('classifyReadError', () => {
  it.each([
    [
      new Error('Request failed for https://x/500/a, 429 Too Many Requests'),
      'host',
    ],
    [
      new Error(
        'Request failed for https://x, 403 Forbidden (rate limit exceeded)',
      ),
      'host',
    ],
    [
      new Error('Failed to read tree from https://x, 503 Service Unavailable'),
      'host',
    ],
    [
      new Error(
        'Unable to read https://x, FetchError: request to https://x failed, reason: connect ECONNREFUSED 1.2.3.4:443',
      ),
      'host',
    ],
    [new DOMException('The operation timed out', 'TimeoutError'), 'host'],
    [
      new Error('Request failed for https://x/500/repo-503, 403 Forbidden'),
      'repository',
    ],
    [
      new NotFoundError('Request failed for https://x/acme/503, 404 Not Found'),
      'repository',
    ],
    [new Error('Reading from https://x is not allowed'), 'repository'],
  ])('%s is a failure of the %s', (error, scope) => {
    expect(classifyReadError(error).scope).toBe(scope);
  });

  it('keeps credentials and long bodies to itself', () => {
    const { message } = classifyReadError(
      new Error(
        `Request failed for https://me:s3cret@x.test/a, 500 ${'x'.repeat(900)}`,
      ),
    );
    expect(message).not.toContain('s3cret');
    expect(message.length).toBeLessThanOrEqual(500);
  });
});
