const IGNORED =
  /(^|\/)(\.git|node_modules|vendor|\.terraform|\.terragrunt-cache)\//;
const SAMPLE =
  /(^|\/)(tests?|testdata|test-data|fixtures?|__fixtures__|examples?|samples?)\//i;
/** Folders of a JVM package are its name: `com/example` is no example. */
const JVM_PACKAGES =
  /((?:^|\/)src\/[\w-]+\/(?:java|kotlin|scala|groovy)\/).*\//;
const DEVELOPMENT =
  /(^|\/)\.devcontainer(\/|\.json$)|(^|\/)(docker-)?compose[-._](dev|development|local|test|tests|ci|override)([-._][\w-]+)?\.ya?ml$/i;
const SHARED_ROOT = [
  /^\.(github|gitlab|circleci|buildkite|azure-pipelines|tekton)\//,
  /^\.(gitlab-ci|travis|pre-commit-config|gitleaks|tflint|checkov|drone)\.(ya?ml|toml|hcl)$/,
  /^(Jenkinsfile|bitbucket-pipelines\.yml|azure-pipelines\.ya?ml|atlantis\.ya?ml|buildspec\.ya?ml|cloudbuild\.ya?ml|codecov\.ya?ml|\.codecov\.ya?ml|skaffold\.ya?ml)$/,
  /^(docs\/)?CODEOWNERS$/,
  /^(CONTRIBUTING|SECURITY)(\.\w+)?$/i,
  /^\.?renovate(rc)?(\.json5?)?$/,
  /^(package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|lerna\.json|nx\.json|turbo\.json)$/,
  /^(go\.(mod|sum|work|work\.sum)|Cargo\.(toml|lock)|pyproject\.toml|poetry\.lock|uv\.lock|Gemfile(\.lock)?|composer\.(json|lock))$/,
  /^(pom\.xml|(build|settings)\.gradle(\.kts)?|gradle\.(properties|lockfile)|gradle\/libs\.versions\.toml|Directory\.(Packages|Build)\.props)$/,
  /^(Makefile|GNUmakefile|Taskfile\.ya?ml|justfile)$/,
];

/** Files that never count: version control, third parties' code, caches. */
export function isIgnoredPath(path: string): boolean {
  return IGNORED.test(path);
}

/** Tests, fixtures and examples: nothing negative is said because of them. */
export function isSamplePath(path: string): boolean {
  return SAMPLE.test(dropPackages(path));
}

/** The path without the folders that are a JVM package's name. */
export function dropPackages(path: string): string {
  return path.replace(JVM_PACKAGES, '$1');
}

/** Development containers and development compose files. */
export function isDevelopmentPath(path: string): boolean {
  return DEVELOPMENT.test(path);
}

/** Files at the root of a monorepo that apply to everything in it. */
export function isSharedRootFile(path: string): boolean {
  return SHARED_ROOT.some(pattern => pattern.test(path));
}

/** The folder of a path, empty at the root. */
export function getFolder(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last segment of a path. */
export function getBaseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins and normalises; undefined when the result would leave the repository. */
export function joinPath(folder: string, relative: string): string | undefined {
  const segments = relative.startsWith('/')
    ? []
    : folder.split('/').filter(Boolean);
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') {
      segments.push(segment);
    } else if (segments.pop() === undefined) {
      return undefined;
    }
  }
  return segments.join('/');
}
