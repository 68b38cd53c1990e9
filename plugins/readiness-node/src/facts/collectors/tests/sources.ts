import type { FileIndex } from '../../fileIndex';
import { getFolder, isDevelopmentPath, isSamplePath } from '../../paths';
import type { SnapshotFile } from '../../snapshot';
import type { SourceLanguageFact, TestFileFact } from '../../types/tests';
import { getRelativePath } from '../../countingFiles';
import { LANGUAGES, type LanguageRule } from './languages';

/** Folders and files whose code is tooling, not the application. */
const TOOLING =
  /(^|\/)(scripts?|hack|tools?|tooling|ci|build-tools|docs?|documentation|migrations|alembic|_?templates?|stubs|generated|gen|third_party|public|static|assets|dist|build|target|coverage|storybook-static|benchmarks?|bench|benches|load-?tests?|perf|performance|k6|e2e|chaos|policy|policies|terraform|ansible|packer|inspec|puppet|chef|cookbooks|roles|playbooks|molecule|library|filter_plugins|module_utils|callback_plugins|inventory|modules|manifests)\/|(^|\/)\.[^/]+\/|(^|\/)(setup|conf|conftest|noxfile|tasks|fabfile|manage|wsgi|asgi|locustfile|gulpfile|Gruntfile|karma\.conf|jest\.setup|babel|svgo)\.[cm]?[jt]sx?$|(^|\/)(setup|conf|conftest|noxfile|tasks|fabfile|locustfile)\.py$|\.(config|conf|setup|stories|d|min|generated|pb|gen)\.[cm]?[jt]sx?$|(^|\/)\.[\w-]+rc\.[cm]?js$|(_pb2(_grpc)?|\.pb)\.\w+$|\.pb\.go$|_gen\.go$|(^|\/)(Rakefile|Vagrantfile|Dangerfile)/;
/** Programs that describe infrastructure. */
const INFRASTRUCTURE_CODE =
  /aws-cdk-lib|@aws-cdk\/|aws_cdk\b|software\.amazon\.awscdk|Amazon\.CDK|github\.com\/aws\/aws-cdk-go|@pulumi\/|import pulumi|pulumi\/sdk|com\.pulumi|cdktf\b|from 'cdk8s'|troposphere/;
const INFRASTRUCTURE_TEST =
  /gruntwork-io\/terratest|require ['"](serverspec|chefspec)['"]|rspec-puppet|testinfra|aws-cdk-lib\/assertions|aws_cdk\.assertions|@aws-cdk\/assert|setMocks|set_mocks|from 'k6|from "k6|io\.gatling|from locust/;

export interface ApplicationSource {
  readonly testFiles: readonly TestFileFact[];
  readonly sourceLanguages: readonly SourceLanguageFact[];
}

/** Source files by language and the tests of the application. */
export function readApplicationSource(files: FileIndex): ApplicationSource {
  const testFiles: TestFileFact[] = [];
  const sources = new Map<LanguageRule, SnapshotFile[]>();
  const configuration = findConfigurationCode(files);
  for (const file of files.all) {
    const rule = LANGUAGES.find(
      ({ extension, testPath }) =>
        extension.test(file.path) ||
        (testPath.test(file.path) && /\.(exs|t)$/.test(file.path)),
    );
    if (rule === undefined || file.size === 0 || isDevelopmentPath(file.path))
      continue;
    const test = readTestFile(rule, file);
    if (test && !isOther(file, INFRASTRUCTURE_TEST)) testFiles.push(test);
    const isTestOnly = rule.testPath.test(file.path);
    if (isTestOnly || isTooling(files, file) || configuration(file.path))
      continue;
    const known = sources.get(rule);
    if (known) known.push(file);
    else sources.set(rule, [file]);
  }
  return { testFiles, sourceLanguages: [...sources].map(toLanguage) };
}

function readTestFile(
  rule: LanguageRule,
  file: SnapshotFile,
): TestFileFact | undefined {
  const { path, text = '' } = file;
  const isByPath =
    rule.testPath.test(path) && (rule.testContent?.test(text) ?? true);
  const isByContent = rule.testContentAnywhere?.test(text) === true;
  if (!isByPath && !isByContent) return undefined;
  const framework =
    rule.frameworks.find(([pattern]) => pattern.test(text))?.[1] ??
    rule.language;
  const content = rule.testContentAnywhere ?? rule.testContent;
  const line = content === undefined ? 1 : findLine(text, content);
  return {
    subject: path,
    location: { path, startLine: line, endLine: line },
    language: rule.language,
    framework,
  };
}

function isTooling(files: FileIndex, file: SnapshotFile): boolean {
  const path = getRelativePath(files, file.path);
  return (
    TOOLING.test(path) ||
    isSamplePath(path) ||
    isOther(file, INFRASTRUCTURE_CODE)
  );
}

function isOther(file: SnapshotFile, pattern: RegExp): boolean {
  return file.text !== undefined && pattern.test(file.text);
}

/** Cookbooks and Puppet modules hold Ruby that is configuration. */
function findConfigurationCode(files: FileIndex): (path: string) => boolean {
  const folders = files.all
    .filter(
      ({ path, text }) =>
        /(^|\/)(metadata\.rb|Berksfile|Policyfile\.rb|Puppetfile|galaxy\.yml|ansible\.cfg)$/.test(
          path,
        ) ||
        (/(^|\/)metadata\.json$/.test(path) &&
          /"puppet"|version_requirement/.test(text ?? '')),
    )
    .map(({ path }) => getFolder(path));
  return path =>
    /\.(rb|py)$/.test(path) &&
    folders.some(folder => folder === '' || path.startsWith(`${folder}/`));
}

function toLanguage([rule, sources]: readonly [
  LanguageRule,
  readonly SnapshotFile[],
]): SourceLanguageFact {
  const path = sources[0]?.path ?? '';
  return {
    language: rule.language,
    fileCount: sources.length,
    location: { path, startLine: 1, endLine: 1 },
  };
}

/** Line of the first match, 1 when there is none. */
export function findLine(text: string, pattern: RegExp): number {
  const plain = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  const index = plain.exec(text)?.index ?? 0;
  const leading = /^\s*/.exec(text.slice(index))?.[0] ?? '';
  return text.slice(0, index + leading.length).split('\n').length;
}
