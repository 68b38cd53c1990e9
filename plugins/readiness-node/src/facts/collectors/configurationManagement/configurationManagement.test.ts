import { collectFacts } from '../../collectFacts';
import { createSnapshot } from '../../../testing/createSnapshot';

async function collect(files: Readonly<Record<string, string>>) {
  const [collected] = await collectFacts(createSnapshot(files), {
    subPaths: [''],
  });
  if (collected === undefined) throw new Error('nothing was collected');
  return collected.facts;
}

describe('configuration management', () => {
  it('reads tasks inside blocks, free-form arguments and full names', async () => {
    const { managedPackages } = await collect({
      'site.yml':
        '- hosts: all\n  tasks:\n    - block:\n        - name: A\n          ansible.builtin.apt:\n            name: [nginx, curl=8.5.0]\n            state: present\n      rescue:\n        - action: yum name=httpd state=latest\n    - name: No packages\n      ansible.builtin.service:\n        name: nginx\n        state: started\n',
    });
    expect(
      managedPackages.map(({ names, state, location }) => [
        names.join(' '),
        state.state === 'known' && state.value,
        location.startLine,
      ]),
    ).toEqual([
      ['nginx curl=8.5.0', 'present', 5],
      ['httpd', 'latest', 9],
    ]);
  });

  it('prefers vars to group_vars to defaults', async () => {
    const tasks = '- apt:\n    name: nginx\n    state: "{{ nginx_state }}"\n';
    const read = async (files: Readonly<Record<string, string>>) => {
      const facts = await collect({
        'roles/web/tasks/main.yml': tasks,
        ...files,
      });
      return facts.managedPackages.map(({ state }) =>
        state.state === 'known' ? state.value : state.state,
      );
    };
    const defaults = { 'roles/web/defaults/main.yml': 'nginx_state: latest\n' };
    const shared = { 'group_vars/all.yml': 'nginx_state: present\n' };
    const own = { 'roles/web/vars/main.yml': 'nginx_state: absent\n' };
    expect(await read({})).toEqual(['unresolved']);
    expect(await read(defaults)).toEqual(['latest']);
    expect(await read({ ...defaults, ...shared })).toEqual(['present']);
    expect(await read({ ...defaults, ...shared, ...own })).toEqual(['absent']);
  });

  it('reads dependencies in every way they are written', async () => {
    const { managedDependencies } = await collect({
      'requirements.yml':
        'roles:\n  - geerlingguy.nginx,3.2.0\n  - src: https://example.com/roles/base-1.4.0.tar.gz\n    name: base\ncollections:\n  - community.general:9.5.0\n  - ansible.posix\n  - name: ./local\n    type: dir\n',
      Berksfile:
        "source 'https://supermarket.chef.io'\ncookbook 'nginx', '~> 12.0'\ncookbook 'own', path: '../own'\ncookbook 'git', git: 'https://example.com/git', tag: 'v1'\n# cookbook 'old'\n",
      Puppetfile:
        "forge 'https://forge.puppet.com'\nmod 'puppetlabs-stdlib',\n  '9.6.0'\nmod 'a', :git => 'https://example.com/a', :ref => 'abc123'\nmod 'b', :latest\n",
    });
    expect(
      managedDependencies.map(({ name, version }) => `${name} ${version}`),
    ).toEqual([
      'geerlingguy.nginx 3.2.0',
      'base 1.4.0',
      'community.general 9.5.0',
      'ansible.posix undefined',
      'nginx ~> 12.0',
      'git v1',
      'puppetlabs-stdlib 9.6.0',
      'a abc123',
      'b latest',
    ]);
  });

  it('leaves other people’s lists, test scenarios and vaults alone', async () => {
    const facts = await collect({
      'tasks/build.yaml':
        'apiVersion: tekton.dev/v1\nkind: Task\nmetadata:\n  name: build\n',
      'ci/jobs.yml': '- name: build\n  script: make\n',
      'molecule/default/converge.yml': '- hosts: all\n  roles: [web]\n',
      'group_vars/all/vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n3030\n',
      'chart/requirements.yaml': 'dependencies:\n  - name: redis\n',
    });
    expect(facts.managedUnits).toEqual([]);
    expect(facts.managedPackages).toEqual([]);
    expect(facts.managedDependencies).toEqual([]);
  });

  it.each([
    ['roles/a/tasks/main.yml', `- apt: name="${'a="'.repeat(5_000)}`],
    ['site.yml', `${'\n'.repeat(50_000)}- x: 1\n`],
    ['manifests/a.pp', `package {${' \n'.repeat(50_000)}`],
    ['recipes/a.rb', "package 'a' do\n".repeat(5_000)],
    ['recipes/b.rb', `package "${' '.repeat(100_000)}`],
  ])('takes no time for nonsense in %s', async (path, text) => {
    const start = performance.now();
    await collect({ [path]: text });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
