import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';

/** A host of every type that links are formatted for. */
export const integrations = ScmIntegrations.fromConfig(
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
