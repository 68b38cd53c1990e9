import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createDemoReaders } from './demoUrlReaderFactory';

const host = 'https://git.acme.test';

describe('DemoUrlReader', () => {
  const directory = createMockDirectory();

  function createReader() {
    return UrlReaders.create({
      config: mockServices.rootConfig({
        data: { readinessDemo: { repositories: directory.path } },
      }),
      logger: mockServices.logger.mock(),
      factories: [createDemoReaders],
    });
  }

  async function readTree(url: string, etag?: string) {
    const response = await createReader().readTree(url, { etag });
    const files = await response.files();
    const contents: Record<string, string> = {};
    for (const file of files) {
      contents[file.path] = (await file.content()).toString('utf8');
    }
    return { contents, etag: response.etag };
  }

  beforeEach(() => {
    directory.setContent({
      'acme/cart/README.md': '# Cart',
      'acme/cart/infra/main.tf': 'terraform {}',
      'acme/cart/infra/modules/db/main.tf': 'variable "name" {}',
      'acme/cart/infrastructure.md': 'not in infra/',
      'secret.txt': 'above the repositories',
    });
  });

  it('reads a whole repository', async () => {
    const { contents } = await readTree(`${host}/acme/cart`);
    expect(contents).toEqual({
      'README.md': '# Cart',
      'infra/main.tf': 'terraform {}',
      'infra/modules/db/main.tf': 'variable "name" {}',
      'infrastructure.md': 'not in infra/',
    });
  });

  it('reads a folder, with paths relative to it', async () => {
    const { contents } = await readTree(`${host}/acme/cart/tree/main/infra/`);
    expect(contents).toEqual({
      'main.tf': 'terraform {}',
      'modules/db/main.tf': 'variable "name" {}',
    });
  });

  it('asks the filter with path and size', async () => {
    const filter = jest.fn(() => false);
    const response = await createReader().readTree(
      `${host}/acme/cart/tree/main/infra`,
      { filter },
    );
    expect(await response.files()).toEqual([]);
    expect(filter.mock.calls).toEqual([
      ['main.tf', { size: 12 }],
      ['modules/db/main.tf', { size: 18 }],
    ]);
  });

  it('answers an unchanged repository with NotModifiedError', async () => {
    const { etag } = await readTree(`${host}/acme/cart`);
    expect(etag).toMatch(/^[0-9a-f]{40}$/);
    await expect(readTree(`${host}/acme/cart`, etag)).rejects.toMatchObject({
      name: 'NotModifiedError',
    });

    directory.addContent({ 'acme/cart/README.md': '# Basket' });
    expect((await readTree(`${host}/acme/cart`, etag)).etag).not.toBe(etag);
  });

  it('reads a file', async () => {
    const response = await createReader().readUrl(
      `${host}/acme/cart/blob/main/README.md`,
    );
    expect((await response.buffer()).toString('utf8')).toBe('# Cart');
  });

  it.each(['/acme/cart/blob/main/none.md', '/acme/none/blob/main/README.md'])(
    'answers %s with NotFoundError',
    async path => {
      await expect(createReader().readUrl(`${host}${path}`)).rejects.toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
    },
  );

  it.each([
    '/acme',
    '/%2e%2e/cart/tree/main/',
    '/acme/%2e%2e%2f%2e%2e/tree/main/',
  ])('does not leave the folder for %s', async path => {
    await expect(createReader().readTree(`${host}${path}`)).rejects.toThrow(
      /not of the form|not allowed|no demo repository/i,
    );
  });

  it('searches for exact addresses', async () => {
    const url = `${host}/acme/cart/blob/main/README.md`;
    const found = await createReader().search(url);
    expect(found.files.map(file => file.url)).toEqual([url]);

    const missing = `${host}/acme/cart/blob/main/none.md`;
    expect((await createReader().search(missing)).files).toEqual([]);
  });

  it('leaves other hosts alone', async () => {
    await expect(
      createReader().readTree('https://github.com/acme/cart'),
    ).rejects.toThrow(/Reading from .* is not allowed/);
  });
});
