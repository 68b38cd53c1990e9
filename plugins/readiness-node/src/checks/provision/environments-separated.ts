import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  findLibraryKind,
  notApplicable,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import { findEnvironmentFolders } from './environmentFolders';
import { passEnvironmentCommands, passStacks } from './environmentStacks';
import { getProjectSubject } from './terraformProject';

export const environmentsSeparated = defineCheck({
  id: 'environments-separated',
  category: 'provision',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Environments are kept apart',
  description:
    'There are at least two roots, workspaces, overlays or stacks for environments. Settings per environment are another check. Not applicable to libraries.',
  rationale:
    'A change that is tried in production first is an experiment on customers. Environments with state and resources of their own let a mistake stay small, and let the same code be applied twice before it matters.',
  references: [
    {
      title: 'Terraform: standard module structure and environments',
      url: 'https://developer.hashicorp.com/terraform/language/style',
    },
    {
      title: 'Kustomize: bases and overlays',
      url: 'https://kubernetes.io/docs/tasks/manage-kubernetes-objects/kustomization/',
    },
  ],
  remediation: {
    summary:
      'Give each environment a root folder (live/staging, live/prod), a workspace, an overlay or a stack of its own that shares modules or a base.',
    effortMinutes: 180,
    snippets: {
      tree: 'infra/\n  modules/service/\n  live/staging/main.tf\n  live/prod/main.tf\n',
      kustomize:
        'deploy/\n  base/kustomization.yaml\n  overlays/staging/kustomization.yaml\n  overlays/prod/kustomization.yaml\n',
    },
  },
  examples: [
    {
      title: 'A root for each environment',
      files: {
        'live/staging/main.tf':
          'provider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n',
        'live/prod/main.tf':
          'provider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'live/prod', outcome: 'pass' }],
    },
    {
      title: 'Overlays',
      files: {
        'k8s/overlays/staging/kustomization.yaml': 'resources: []\n',
        'k8s/overlays/prod/kustomization.yaml': 'resources: []\n',
      },
      outcome: 'pass',
    },
    {
      title: 'One root for everything',
      files: {
        'main.tf': 'provider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n',
      },
      outcome: 'fail',
    },
    {
      title: 'A library',
      files: {},
      entity: { type: 'library' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(`A ${library} has no environments`);
    return presence(
      context,
      'at least two roots, workspaces, overlays or stacks for environments',
      preferPassing([
        ...passWorkspaces(context),
        ...judgeFolders(context),
        ...passStacks(context),
        ...passEnvironmentCommands(context),
      ]),
    );
  },
});

/** One environment of a kind is no failure where another kind has two. */
function preferPassing(findings: readonly Finding[]): readonly Finding[] {
  const passing = findings.filter(({ outcome }) => outcome === 'pass');
  return passing.length > 0 ? passing : findings;
}

function passWorkspaces({ facts }: CheckContext): Finding[] {
  return facts.terraformProjects.flatMap(project =>
    project.workspaceUse === undefined
      ? []
      : [
          pass(getProjectSubject(project), {
            message: 'Workspaces are told apart by terraform.workspace',
            at: [project.workspaceUse],
          }),
        ],
  );
}

function judgeFolders({ facts }: CheckContext): Finding[] {
  return findEnvironmentFolders(facts.files.map(({ path }) => path)).flatMap(
    ({ kind, members }) => {
      const repository = facts.files[0]?.repository;
      const names = members.map(({ environment }) => environment).join(', ');
      return members.map(({ subject, path }) => {
        const location = {
          path,
          startLine: 1,
          endLine: 1,
          ...(repository !== undefined && { repository }),
        };
        const details = {
          message: `${kind} for ${names}`,
          expected: 'two environments or more',
        };
        return members.length > 1
          ? pass({ subject, location }, details)
          : fail(
              { subject, location },
              {
                ...details,
                message: `${kind} for ${names} only`,
                actual: 'one environment',
              },
            );
      });
    },
  );
}
