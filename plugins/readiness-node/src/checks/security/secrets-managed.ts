import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  findStateful,
  mergeFindings,
  notApplicable,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { Facts } from '../../facts/facts';

export const secretsManaged = defineCheck({
  id: 'secrets-managed',
  category: 'security',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'Secrets are managed',
  description:
    'Something keeps or hands out secrets: Vault, Secrets Manager, SSM SecureString, KMS, Key Vault, Secret Manager, External or Sealed Secrets, SOPS, Ansible Vault, or references to Kubernetes Secrets. Not applicable when nothing needs secrets: no database, no secret-like name, no reference.',
  rationale:
    'A secret needs a home: one place that encrypts it, says who may read it, logs who did and lets it be rotated. Without one it ends up in a wiki, in a chat or in the repository.',
  references: [
    {
      title: 'External Secrets Operator',
      url: 'https://external-secrets.io/latest/',
    },
    {
      title: 'RDS: password management with Secrets Manager',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    },
    { title: 'SOPS', url: 'https://getsops.io/' },
  ],
  remediation: {
    summary:
      'Put secrets into Secrets Manager, Vault or Key Vault and hand them to workloads by reference: an ExternalSecret with secretKeyRef, ECS secrets, manage_master_user_password. What must live in the repository is encrypted: SOPS, Sealed Secrets, Ansible Vault.',
    effortMinutes: 120,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  username                    = "orders"\n  manage_master_user_password = true\n}\n',
      kubernetes:
        'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: orders-db\nspec:\n  secretStoreRef:\n    kind: ClusterSecretStore\n    name: secrets-manager\n  target:\n    name: orders-db\n  data:\n    - secretKey: password\n      remoteRef:\n        key: orders/db\n        property: password\n',
    },
  },
  examples: [
    {
      title: 'An external secret',
      files: {
        'secret.yaml':
          'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: orders-db\nspec:\n  secretStoreRef:\n    name: vault\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'ExternalSecret/default/orders-db',
          outcome: 'pass',
          at: 'secret.yaml:1',
        },
      ],
    },
    {
      title: 'A password that comes from nowhere',
      files: {
        'main.tf':
          'variable "db_password" {}\nresource "aws_db_instance" "orders" {\n  password = var.db_password\n}\n',
      },
      outcome: 'fail',
    },
    {
      title: 'Nothing needs a secret',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const found = [
      ...passManagers(context.facts),
      ...passReferences(context.facts),
    ];
    if (found.length === 0 && !needsSecrets(context))
      return notApplicable(
        'nothing in the files read needs a secret: no database, no secret-like name, no reference to one',
      );
    return presence(
      context,
      'a manager of secrets (Vault, Secrets Manager, SSM SecureString, KMS, Key Vault, Secret Manager, External or Sealed Secrets, SOPS, Ansible Vault) or references to Kubernetes Secrets',
      mergeFindings(found),
    );
  },
});

function passManagers(facts: Facts): readonly Finding[] {
  return facts.secretManagers.map(manager =>
    manager.offByDefault === undefined
      ? pass(manager, { message: manager.tool })
      : fail(manager, {
          message: `${manager.tool} is off by default: ${manager.offByDefault}`,
          partial: true,
        }),
  );
}

/** Containers that take a Secret, or ECS' `secrets`. */
function passReferences(facts: Facts): readonly Finding[] {
  return facts.workloads.flatMap(workload => [
    ...workload.containers.flatMap(container => {
      const found = container.variables.find(
        ({ source }) => source === 'secret',
      );
      return found === undefined
        ? []
        : [
            pass(container, {
              message: `${found.name} comes from a secret`,
              at: [found.value.location],
            }),
          ];
    }),
    ...workload.configurationSources
      .filter(({ kind }) => kind === 'secret')
      .slice(0, 1)
      .map(({ location }) =>
        pass(workload, {
          message: `${workload.subject} takes a secret`,
          at: [location],
        }),
      ),
  ]);
}

function needsSecrets({ facts }: CheckContext): boolean {
  return (
    facts.hardcodedSecrets.length > 0 ||
    facts.databases.length > 0 ||
    findStateful(facts).some(({ kind }) => kind === 'client') ||
    facts.secretPlaces.some(
      ({ name, type, location }) =>
        name !== undefined &&
        type !== 'containerfile' &&
        !/^\.(github|gitlab|circleci)\/|(^|\/)(\.gitlab-ci|Jenkinsfile)/.test(
          location.path,
        ),
    )
  );
}
