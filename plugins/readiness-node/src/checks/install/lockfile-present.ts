import {
  defineCheck,
  fail,
  findLibraryKind,
  forEachSubject,
  notApplicable,
  pass,
} from '../../check';
import type { PackageFact } from '../../facts/types/packages';

export const lockfilePresent = defineCheck({
  id: 'lockfile-present',
  category: 'install',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Dependencies are locked',
  description:
    'Each application manifest has its lock file beside it or at the root of its workspace: package.json, go.mod, pyproject.toml, Pipfile, Gemfile, Cargo.toml, composer.json, NuGet, Mix, pub. requirements.txt passes with hashes or == throughout; Gradle with a lock, a version catalog or fixed versions; Maven with fixed versions. Not applicable to libraries.',
  rationale:
    'Without a lock two builds of one commit differ. The one that breaks, or carries the stolen package, is the one that goes to production.',
  references: [
    {
      title: 'npm: package-lock.json',
      url: 'https://docs.npmjs.com/cli/configuring-npm/package-lock-json',
    },
    {
      title: 'pip: secure installs',
      url: 'https://pip.pypa.io/en/stable/topics/secure-installs/',
    },
    {
      title: 'Gradle: locking versions',
      url: 'https://docs.gradle.org/current/userguide/dependency_locking.html',
    },
    {
      title: 'NuGet: lock files',
      url: 'https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies',
    },
  ],
  remediation: {
    summary: 'Let the package manager write its lock file and commit it.',
    effortMinutes: 10,
    snippets: {
      shell:
        'npm install --package-lock-only   # npm\npoetry lock | uv lock             # Python\ngo mod tidy                       # Go\nbundle lock                       # Ruby\ndotnet restore --use-lock-file    # .NET\n',
    },
  },
  examples: [
    {
      title: 'npm with a lock',
      files: {
        'package.json': '{"dependencies":{"pg":"^8"}}\n',
        'package-lock.json': '{}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'package.json', outcome: 'pass' }],
    },
    {
      title: 'npm without a lock',
      files: { 'package.json': '{"dependencies":{"pg":"^8"}}\n' },
      outcome: 'fail',
      findings: [
        { subject: 'package.json', outcome: 'fail', at: 'package.json:1' },
      ],
    },
    {
      title: 'Requirements that float',
      files: { 'requirements.txt': 'flask==3.0.3\nrequests>=2\n' },
      outcome: 'fail',
      findings: [
        {
          subject: 'requirements.txt',
          outcome: 'fail',
          at: 'requirements.txt:2',
        },
      ],
    },
    {
      title: 'A library',
      entity: { type: 'library' },
      files: { 'package.json': '{"dependencies":{"pg":"^8"}}\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(`not asked of a ${library}: its users lock`);
    const { packages } = context.facts;
    const reason =
      packages[0]?.exemption === undefined
        ? 'no package manifest in the files read'
        : `${packages[0].subject}: ${packages[0].exemption}`;
    return forEachSubject(packages, reason, judgePackage);
  },
});

function judgePackage(manifest: PackageFact) {
  if (manifest.exemption !== undefined) return undefined;
  const expected = manifest.lockNames.join(', ');
  const { lock, fixedBy, floating, location, subject } = manifest;
  const first = { ...location, endLine: location.startLine };
  if (lock)
    return pass(manifest, {
      message: `${subject} is locked by ${lock.path}`,
      expected,
      actual: lock.path,
      at: [first, lock],
    });
  if (fixedBy !== undefined) {
    const isIncomplete = manifest.ecosystem === 'nuget' && floating.length > 0;
    if (!isIncomplete)
      return pass(manifest, {
        message: `${subject}: ${fixedBy}`,
        expected,
        actual: fixedBy,
        at: [first],
      });
  }
  const names = floating
    .slice(0, 5)
    .map(({ name, version }) => `${name} ${version ?? ''}`.trim());
  const detail = names.length > 0 ? `; floating: ${names.join(', ')}` : '';
  return fail(manifest, {
    message: `${subject} has no lock (${expected})${detail}`,
    expected,
    actual: names.length > 0 ? names.join(', ') : 'no lock file',
    partial: manifest.ecosystem === 'nuget' && floating.length === 0,
    at:
      floating.length > 0
        ? floating.slice(0, 5).map(dependency => dependency.location)
        : [first],
  });
}
