import { integrations } from '../testing/integrations';
import { formatFileLink } from './formatFileLink';

const sha = 'a3f1c2d4e5b60718293a4b5c6d7e8f9012345678';

describe('formatFileLink', () => {
  it.each([
    [
      'https://github.com/acme/cart',
      { revision: sha },
      `https://github.com/acme/cart/blob/${sha}/infra/a%20b.tf#L3-L9`,
    ],
    [
      'https://github.com/acme/cart',
      { revision: 'W/"etag"', ref: 'main' },
      'https://github.com/acme/cart/blob/main/infra/a%20b.tf#L3-L9',
    ],
    [
      'https://github.com/acme/cart',
      {},
      'https://github.com/acme/cart/blob/HEAD/infra/a%20b.tf#L3-L9',
    ],
    [
      'https://gitlab.acme.test/acme/shop/cart',
      { revision: sha },
      `https://gitlab.acme.test/acme/shop/cart/-/blob/${sha}/infra/a%20b.tf#L3-9`,
    ],
    [
      'https://bitbucket.org/acme/cart',
      { revision: 'a3f1c2d4e5b6' },
      'https://bitbucket.org/acme/cart/src/a3f1c2d4e5b6/infra/a%20b.tf#lines-3:9',
    ],
    [
      'https://bb.acme.test/projects/A/repos/cart',
      { ref: 'refs/heads/main' },
      'https://bb.acme.test/projects/A/repos/cart/browse/infra/a%20b.tf?at=refs%2Fheads%2Fmain#3-9',
    ],
    [
      'https://dev.azure.com/acme/shop/_git/cart',
      { revision: sha },
      `https://dev.azure.com/acme/shop/_git/cart?path=/infra/a%20b.tf&version=GC${sha}&line=3&lineEnd=10&lineStartColumn=1&lineEndColumn=1`,
    ],
    [
      'https://dev.azure.com/acme/shop/_git/cart',
      { ref: 'main' },
      'https://dev.azure.com/acme/shop/_git/cart?path=/infra/a%20b.tf&version=GBmain&line=3&lineEnd=10&lineStartColumn=1&lineEndColumn=1',
    ],
    [
      'https://gitea.acme.test/acme/cart',
      { revision: sha },
      `https://gitea.acme.test/acme/cart/src/commit/${sha}/infra/a%20b.tf#L3-L9`,
    ],
    [
      'https://gerrit.acme.test/plugins/gitiles/cart',
      { ref: 'refs/heads/main' },
      'https://gerrit.acme.test/plugins/gitiles/cart/+/refs/heads/main/infra/a%20b.tf#3',
    ],
    [
      'https://unknown.acme.test/acme/cart',
      { revision: sha },
      `https://unknown.acme.test/acme/cart/tree/${sha}/infra/a%20b.tf#L3`,
    ],
  ])('links lines of %s at %j', (repository, version, expected) => {
    expect(
      formatFileLink(
        { repository, ...version },
        'infra/a b.tf',
        { startLine: 3, endLine: 9 },
        integrations,
      ),
    ).toBe(expected);
  });

  it('asks for the source of rendered files and links single lines', () => {
    expect(
      formatFileLink(
        { repository: 'https://github.com/acme/cart', ref: 'main' },
        'README.md',
        { startLine: 4, endLine: 4 },
        integrations,
      ),
    ).toBe('https://github.com/acme/cart/blob/main/README.md?plain=1#L4');
  });
});
