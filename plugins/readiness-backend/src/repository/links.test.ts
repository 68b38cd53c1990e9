import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { formatFileLink } from './formatFileLink';
import { formatReadUrl } from './formatReadUrl';
import { readEntityLinks } from './readEntityLinks';
import { formatRepositoryId } from './repositoryLink';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        { host: 'github.com' },
        { host: 'git.acme.test', apiBaseUrl: 'https://git.acme.test/api/v3' },
      ],
      gitlab: [
        {
          host: 'gitlab.acme.test',
          apiBaseUrl: 'https://gitlab.acme.test/api/v4',
        },
      ],
      bitbucketCloud: [{ username: 'u', appPassword: 'p' }],
      bitbucketServer: [
        {
          host: 'bb.acme.test',
          apiBaseUrl: 'https://bb.acme.test/rest/api/1.0',
        },
      ],
      azure: [{ host: 'dev.azure.com' }],
      gitea: [{ host: 'gitea.acme.test' }],
      gerrit: [
        {
          host: 'gerrit.acme.test',
          gitilesBaseUrl: 'https://gerrit.acme.test/plugins/gitiles',
        },
      ],
    },
  }),
);

function readLinks(annotations: Record<string, string>) {
  return readEntityLinks(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart', annotations },
    },
    integrations,
  );
}

const sha = 'a3f1c2d4e5b60718293a4b5c6d7e8f9012345678';

describe('links of an entity', () => {
  it.each([
    [
      'https://github.com/acme/cart',
      'https://github.com/acme/cart',
      undefined,
      '',
      'https://github.com/acme/cart',
    ],
    [
      'https://github.com/acme/cart.git',
      'https://github.com/acme/cart',
      undefined,
      '',
      'https://github.com/acme/cart',
    ],
    [
      'https://git.acme.test/acme/infra/tree/main/services/cart/',
      'https://git.acme.test/acme/infra',
      'main',
      'services/cart',
      'https://git.acme.test/acme/infra/tree/main',
    ],
    [
      'https://github.com/acme/cart/blob/v1/deploy/app.yaml',
      'https://github.com/acme/cart',
      'v1',
      'deploy',
      'https://github.com/acme/cart/tree/v1',
    ],
    [
      'https://github.com/acme/cart/tree/feature%2Fx/a%20b',
      'https://github.com/acme/cart',
      'feature/x',
      'a b',
      'https://github.com/acme/cart/tree/feature%2Fx',
    ],
    [
      'https://gitlab.acme.test/acme/shop/cart/-/tree/main/deploy',
      'https://gitlab.acme.test/acme/shop/cart',
      'main',
      'deploy',
      'https://gitlab.acme.test/acme/shop/cart/-/tree/main',
    ],
    [
      'https://gitlab.acme.test/acme/shop/cart',
      'https://gitlab.acme.test/acme/shop/cart',
      undefined,
      '',
      'https://gitlab.acme.test/acme/shop/cart',
    ],
    [
      'https://gitlab.acme.test/acme/cart/blob/main/catalog-info.yaml',
      'https://gitlab.acme.test/acme/cart',
      'main',
      '',
      'https://gitlab.acme.test/acme/cart/-/tree/main',
    ],
    [
      'https://bitbucket.org/acme/cart/src/main/infra/',
      'https://bitbucket.org/acme/cart',
      'main',
      'infra',
      'https://bitbucket.org/acme/cart/src/main',
    ],
    [
      'https://bb.acme.test/projects/ACME/repos/cart/browse/infra?at=refs/heads/main',
      'https://bb.acme.test/projects/ACME/repos/cart',
      'refs/heads/main',
      'infra',
      'https://bb.acme.test/projects/ACME/repos/cart/browse?at=refs%2Fheads%2Fmain',
    ],
    [
      'https://dev.azure.com/acme/shop/_git/cart?path=/infra&version=GBmain',
      'https://dev.azure.com/acme/shop/_git/cart',
      'main',
      'infra',
      'https://dev.azure.com/acme/shop/_git/cart?path=%2F&version=GBmain',
    ],
    [
      'https://gitea.acme.test/acme/cart/src/branch/main/infra',
      'https://gitea.acme.test/acme/cart',
      'main',
      'infra',
      'https://gitea.acme.test/acme/cart/src/branch/main',
    ],
    [
      'https://gerrit.acme.test/plugins/gitiles/shop/cart/+/refs/heads/main/infra',
      'https://gerrit.acme.test/plugins/gitiles/shop/cart',
      'refs/heads/main',
      'infra',
      'https://gerrit.acme.test/plugins/gitiles/shop/cart/+/refs/heads/main',
    ],
    [
      'https://unknown.acme.test/acme/cart/tree/main/infra',
      'https://unknown.acme.test/acme/cart',
      'main',
      'infra',
      'https://unknown.acme.test/acme/cart/tree/main',
    ],
  ])('reads %s', (url, repository, ref, subPath, readUrl) => {
    const { links, problems } = readLinks({ 'readiness/repositories': url });
    expect(problems).toEqual([]);
    expect(links).toHaveLength(1);
    expect(links.map(link => [link.url, link.ref, link.subPath])).toEqual([
      [repository, ref, subPath],
    ]);
    expect(links.map(formatReadUrl)).toEqual([readUrl]);
  });

  it.each([
    ['not a url', "'not a url' is not a URL"],
    [
      'git@github.com:acme/cart.git',
      "'git@github.com:acme/cart.git' is not a URL",
    ],
    ['ssh://git@github.com/acme/cart', 'ssh: is neither https: nor http:'],
    [
      'https://github.com/acme',
      'https://github.com/acme is not of the form https://github.com/<owner>/<repository>',
    ],
    [
      'https://github.com/acme/cart/pulls',
      'https://github.com/acme/cart/pulls is not of the form https://github.com/<owner>/<repository>/tree/<branch>/<folder>',
    ],
    [
      'https://user:s3cret@github.com/acme/cart',
      'a URL of github.com contains credentials; configure an integration instead',
    ],
    [
      'https://github.com/acme/cart/tree/main/%2E%2E%2Fother',
      "https://github.com/acme/cart/tree/main/%2E%2E%2Fother leaves the repository by '..'",
    ],
  ])('keeps the others when %s is malformed', (line, message) => {
    const { links, problems } = readLinks({
      'readiness/repositories': `https://github.com/acme/a\n\n# infra\n${line}\nhttps://github.com/acme/b`,
    });
    expect(links.map(formatRepositoryId)).toEqual([
      'https://github.com/acme/a',
      'https://github.com/acme/b',
    ]);
    expect(problems).toEqual([
      {
        kind: 'invalid-annotation',
        annotation: 'readiness/repositories',
        message: `readiness/repositories: ${message}`,
      },
    ]);
    expect(JSON.stringify(problems)).not.toContain('s3cret');
  });

  it('takes the source location, and the managed-by folder only without one', () => {
    const managed = {
      'backstage.io/managed-by-location':
        'url:https://bitbucket.org/acme/catalog/src/main/components/cart.yaml',
    };
    expect(
      readLinks({
        ...managed,
        'backstage.io/source-location': 'url:https://git.acme.test/acme/cart/',
      }).links.map(link => [link.url, link.subPath]),
    ).toEqual([['https://git.acme.test/acme/cart', '']]);
    expect(
      readLinks(managed).links.map(link => [link.url, link.ref, link.subPath]),
    ).toEqual([['https://bitbucket.org/acme/catalog', 'main', 'components']]);
    expect(
      readLinks({
        ...managed,
        'backstage.io/source-location': 'file:/srv/cart',
      }),
    ).toEqual({ links: [], problems: [] });
  });

  it('reads a repository that is linked twice once', () => {
    const { links } = readLinks({
      'backstage.io/source-location':
        'url:https://git.acme.test/acme/cart/tree/main/',
      'readiness/repositories':
        'https://git.acme.test/acme/cart/tree/main\nhttps://git.acme.test/acme/cart/tree/main/infra',
    });
    expect(links.map(link => link.subPath)).toEqual(['', 'infra']);
    expect(new Set(links.map(formatRepositoryId)).size).toBe(1);
  });
});

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
