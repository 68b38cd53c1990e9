import { testCheck } from '../../testing';
import { lockfilePresent } from './lockfile-present';

const one = (
  title: string,
  files: Record<string, string>,
  subject: string,
  outcome: 'pass' | 'fail',
) => ({
  title,
  files,
  outcome,
  isComplete: true,
  findings: [
    ...(files['yarn.lock'] === undefined
      ? []
      : [{ subject: 'package.json', outcome: 'pass' as const }]),
    { subject, outcome },
  ],
});

testCheck(lockfilePresent, [
  one(
    'a workspace with its lock at the root',
    {
      'package.json': '{"private":true,"workspaces":["packages/*"]}',
      'yarn.lock': '',
      'packages/api/package.json': '{"dependencies":{"pg":"8"}}',
    },
    'packages/api/package.json',
    'pass',
  ),
  one(
    'a folder beside the workspaces',
    {
      'package.json': '{"private":true,"workspaces":["packages/*"]}',
      'yarn.lock': '',
      'legacy/package.json': '{"dependencies":{"pg":"8"}}',
    },
    'legacy/package.json',
    'fail',
  ),
  one(
    'go.sum',
    { 'go.mod': 'module a\nrequire b.test/c v1.0.0\n', 'go.sum': '' },
    'go.mod',
    'pass',
  ),
  one(
    'go.mod without go.sum',
    { 'go.mod': 'module a\nrequire b.test/c v1.0.0\n' },
    'go.mod',
    'fail',
  ),
  one(
    'hashed requirements',
    { 'requirements.txt': 'flask>=3 --hash=sha256:ab\n' },
    'requirements.txt',
    'pass',
  ),
  one(
    'Maven',
    {
      'pom.xml':
        '<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>1.0</version></dependency></dependencies></project>',
    },
    'pom.xml',
    'pass',
  ),
  one(
    'Maven with RELEASE',
    {
      'pom.xml':
        '<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>RELEASE</version></dependency></dependencies></project>',
    },
    'pom.xml',
    'fail',
  ),
  one(
    'Gradle with fixed versions',
    { 'build.gradle': "dependencies { \n implementation 'g:a:1.0'\n}" },
    'build.gradle',
    'pass',
  ),
  one(
    'Gradle with 1.+',
    { 'build.gradle': "dependencies { \n implementation 'g:a:1.+'\n}" },
    'build.gradle',
    'fail',
  ),
  one(
    'NuGet without a lock',
    {
      'a.csproj':
        '<Project><ItemGroup><PackageReference Include="A" Version="1.0.0"/></ItemGroup></Project>',
    },
    'a.csproj',
    'fail',
  ),
  {
    title: 'a manifest without dependencies',
    files: { 'package.json': '{"name":"a"}' },
    outcome: 'not-applicable',
  },
  {
    title: 'a module without requires',
    files: { 'go.mod': 'module a\n\ngo 1.22\n' },
    outcome: 'not-applicable',
  },
  {
    title: 'a fixture is not asked',
    files: {
      'package.json': '{"dependencies":{"a":"1"}}',
      'package-lock.json': '{}',
      'test/fixtures/x/package.json': '{"dependencies":{"a":"1"}}',
    },
    outcome: 'pass',
    isComplete: true,
    findings: [{ subject: 'package.json', outcome: 'pass' }],
  },
  {
    title: 'a Terraform module',
    files: {
      'main.tf': 'variable "a" {}\nresource "aws_sqs_queue" "a" {}\n',
      'variables.tf': 'variable "name" { type = string }\n',
      'outputs.tf': 'output "a" { value = 1 }\n',
      'go.mod': 'module a\nrequire b.test/c v1.0.0\n',
    },
    outcome: 'not-applicable',
  },
  {
    title: 'requirements of development are not asked',
    files: { 'requirements-dev.txt': 'pytest\n' },
    outcome: 'not-applicable',
  },
]);
