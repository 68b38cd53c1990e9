import type { Entity } from '@backstage/catalog-model';

const HOST = 'https://git.acme.test/acme';

/** The files of a small Terraform service. */
export const cartFiles = {
  'README.md': [
    '# Cart',
    '',
    'Keeps the carts of shoppers and hands them to checkout when they pay. '.repeat(
      4,
    ),
    '',
    '## Run it',
    '',
    'Start it with `make run`; it listens on port 8080 and needs PostgreSQL.',
    '',
  ].join('\n'),
  'main.tf': [
    'resource "aws_db_instance" "orders" {',
    '  engine            = "postgres"',
    '  instance_class    = "db.t3.micro"',
    '  allocated_storage = 20',
    '  multi_az          = false',
    '  storage_encrypted = true',
    '}',
    '',
  ].join('\n'),
  Dockerfile: 'FROM node:24-alpine\nUSER node\nCMD ["node", "index.js"]\n',
};

/** A component that links a repository of the demo host. */
export function createComponent(
  name: string,
  options: {
    readonly repository?: string;
    readonly owner?: string;
    readonly system?: string;
    readonly type?: string;
    readonly lifecycle?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      tags: ['demo'],
      annotations: {
        ...(options.repository !== undefined && {
          'backstage.io/source-location': `url:${HOST}/${options.repository}/tree/main/`,
        }),
        ...options.annotations,
      },
    },
    spec: {
      type: options.type ?? 'service',
      lifecycle: options.lifecycle ?? 'production',
      owner: options.owner ?? 'group:default/checkout',
      ...(options.system !== undefined && { system: options.system }),
    },
  };
}

export function createGroup(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: {
      type: 'team',
      children: [],
      profile: { displayName: `Team ${name}`, email: `${name}@acme.test` },
      ...(parent !== undefined && { parent }),
    },
  };
}

/** The URL a demo repository is read by. */
export function getReadUrl(repository: string): string {
  return `${HOST}/${repository}/tree/main`;
}
