import { integrations } from '../testing/integrations';
import { formatReadUrl } from './formatReadUrl';
import { readEntityLinks } from './readEntityLinks';
import { formatRepositoryId } from './repositoryLink';

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
