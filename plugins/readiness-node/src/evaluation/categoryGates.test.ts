import { builtInChecks } from '../checks';
import { evaluateFiles } from '../testing/checkTester';

const COOKBOOK = {
  'metadata.rb': "name 'relay'\ndepends 'logrotate', '~> 3.0'\n",
  'recipes/default.rb': "package 'postfix'\n",
  'Policyfile.rb': "cookbook 'relay', path: '.'\n",
};
const ROLE = {
  'tasks/main.yml': '- ansible.builtin.apt:\n    name: nginx\n',
  'meta/main.yml': 'galaxy_info: {}\n',
  'molecule/default/converge.yml': '- hosts: all\n  roles: [web]\n',
};
const MODULE = {
  'metadata.json': '{"name": "acme-web", "dependencies": []}\n',
  'manifests/init.pp': 'class web {}\n',
};
const PLAYBOOKS = {
  'site.yml': '- hosts: all\n  roles: [web]\n',
  'roles/web/tasks/main.yml': '- apt:\n    name: nginx\n',
};
const ROOT = {
  'main.tf': 'provider "aws" {}\n\nresource "aws_s3_bucket" "a" {}\n',
};
const QUEUE = {
  'main.tf': 'provider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n',
};

/** Checks of a category that say anything but "not applicable". */
async function listApplicable(
  category: string,
  files: Readonly<Record<string, string>>,
) {
  const applicable: string[] = [];
  for (const check of builtInChecks.filter(
    each => each.category === category,
  )) {
    const { outcome } = await evaluateFiles(check, files);
    if (outcome !== 'not-applicable') applicable.push(check.id);
  }
  return applicable;
}

describe('category gates', () => {
  it.each([
    ['a Chef cookbook', COOKBOOK],
    ['an Ansible role', ROLE],
    ['a Puppet module', MODULE],
    [
      'a cookbook in a folder of a monorepo',
      Object.fromEntries(
        Object.entries(COOKBOOK).map(([path, text]) => [
          `cookbook-relay/${path}`,
          text,
        ]),
      ),
    ],
  ])('nothing is provisioned or paid for by %s', async (_, files) => {
    expect(await listApplicable('provision', files)).toEqual([]);
    expect(await listApplicable('cost-optimization', files)).toEqual([]);
  });

  it.each([
    ['playbooks of own hosts', PLAYBOOKS],
    ['a role beside Terraform', { ...ROLE, ...ROOT }],
  ])('%s are provisioned and paid for', async (_, files) => {
    expect(await listApplicable('provision', files)).toContain(
      'infrastructure-as-code',
    );
    expect(await listApplicable('cost-optimization', files)).toContain(
      'budgets',
    );
  });

  it('asks for backups only where something keeps data', async () => {
    expect(await listApplicable('backup-restore', QUEUE)).toEqual([]);
    expect(await listApplicable('backup-restore', ROOT)).toContain(
      'restore-tested',
    );
  });

  it('says why', async () => {
    const check = builtInChecks.find(({ id }) => id === 'restore-tested');
    if (check === undefined) throw new Error('no restore-tested');
    const { message } = await evaluateFiles(check, QUEUE);
    expect(message).toBe('no stateful resource in 1 file read');
  });
});
