import type { HclBody } from '../../../parsers/hcl';
import { hclJsonParser, hclParser } from '../../../parsers/hcl';
import { dockerfileParser } from '../../../parsers/dockerfile';
import { yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import type { SnapshotFile } from '../../snapshot';
import { readPairs } from '../containers/readPairs';
import type { Candidate } from './candidate';
import { readHclCandidates } from './hclCandidates';
import { readLines } from './lineCandidates';
import { readManifestCandidates } from './manifestCandidates';
import { isTemplate, readTemplateCandidates } from './templateCandidates';
import { readYamlCandidates } from './yamlCandidates';

const HCL = /\.(tf|tofu|tfvars|hcl)$/;
const HCL_JSON = /\.(tf|tofu|tfvars)\.json$/;
const CONTAINERFILE =
  /(^|\/)((docker|container)file([._-][\w.-]+)?|[\w.-]+\.(docker|container)file)$/i;
const NOT_CONTAINERFILE =
  /\.(dockerignore|containerignore|md|sh|bak|orig|txt|json|ya?ml|go|ts|js|py|rb|java|cs|snap|lock)$/i;
const TREE = /\.(ya?ml|json)$/i;
/** Locks, schemas, catalogs, texts in other languages: data, not settings. */
const DATA_TREE =
  /(^|\/)(package(-lock)?|tsconfig[\w.-]*|composer|renovate|catalog-info|mkdocs|openapi|swagger|asyncapi|Chart|pnpm-lock)\.(json|ya?ml)$|schema\.json$|(^|\/)(locales?|i18n|translations|lang|messages|dashboards)\//i;
export const PIPELINE =
  /^\.(github|gitlab|circleci|buildkite|azure-pipelines|tekton)\/|(^|\/)(\.gitlab-ci|\.travis|\.drone|bitbucket-pipelines|azure-pipelines|buildspec|cloudbuild)[\w.-]*\.ya?ml$|(^|\/)Jenkinsfile/;
/** YAML and JSON whose names are settings. */
const SETTINGS_TREE =
  /(^|\/)(values|application|bootstrap|appsettings|settings|config|secrets?|credentials|serverless|helmfile|skaffold|prometheus|alertmanager|kustomization|local|default|production|staging|hosts|inventory|site|playbook|users|(docker-)?(compose|stack))[\w.-]*\.(ya?ml|json)$|(^|\/)(group_vars|host_vars|vars|defaults|tasks|handlers|playbooks|inventor(y|ies)|hieradata|data|config|conf|helm|charts?|deploy|environments?|envs?|parameters)\/.{0,300}\.(ya?ml|json)$/i;
const LINES =
  /(^|\/)\.env(\.[\w.-]+)?$|\.(env|properties|ini|cfg|conf|service)$|(^|\/)\.(npmrc|pypirc|netrc|pgpass)$|(^|\/)(attributes|environments)\/[\w/-]+\.rb$/i;
const SHELL =
  /\.(sh|bash|zsh)(\.\w+)?$|(^|\/)(user[-_]?data|cloud-?init)[\w.-]*$|(^|\/)Jenkinsfile/i;
const INVENTORY =
  /(^|\/)(inventor(y|ies)\/([\w-]+\/){0,4}|)(hosts|inventory|[\w-]{1,60}\.ini)(\.ini)?$/i;
/** Tests, and templates for people to fill in. */
const QUIET =
  /(_test|\.test|\.spec|_spec|Tests?)\.\w+$|(^|\/)(spec|specs|__tests__|__mocks__|mocks?|e2e|e2e-tests|cypress|molecule|kitchen|testing|integration-tests?)\/|[.-](example|sample|template|dist|tmpl|defaults?|skel)(\.\w+)?$|(^|\/)\.env\.(local|dev|development|test|ci)$|(^|\/)(application|appsettings|bootstrap|settings)[-.](dev|development|local|test|ci)[\w-]*\.\w+$/i;

/** Files in which nothing counts as a secret. */
export function isQuietFile(path: string): boolean {
  return QUIET.test(path);
}

/** Dockerfiles and Containerfiles, templates of them too. */
export function isContainerfile(path: string): boolean {
  return CONTAINERFILE.test(path) && !NOT_CONTAINERFILE.test(path);
}

/** Names and values of one file; nothing where its language has none. */
export function readCandidates(
  files: FileIndex,
  { path, text }: SnapshotFile,
): readonly Candidate[] {
  if (text === undefined || text.startsWith('$ANSIBLE_VAULT')) return [];
  if (HCL_JSON.test(path))
    return readHcl(files.parse(hclJsonParser, path), path);
  if (HCL.test(path)) {
    return path.endsWith('.terraform.lock.hcl')
      ? []
      : readHcl(files.parse(hclParser, path), path);
  }
  if (isContainerfile(path)) return readContainerfile(files, path);
  if (TREE.test(path)) return readTree(files, path, text);
  if (SHELL.test(path)) return readLines(text, path, 1, 'shell');
  if (INVENTORY.test(path)) return readLines(text, path, 1, 'inventory');
  return LINES.test(path) ? readLines(text, path) : [];
}

function readHcl(body: HclBody | undefined, path: string) {
  return body === undefined ? [] : readHclCandidates(body, path);
}

function readContainerfile(
  files: FileIndex,
  path: string,
): readonly Candidate[] {
  const tree = files.parse(dockerfileParser, path);
  return (tree?.instructions ?? [])
    .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
    .flatMap(readPairs)
    .map(({ name, value, line }) => ({
      path,
      startLine: line,
      endLine: line,
      name,
      ...(value !== undefined && { value }),
    }));
}

function readTree(
  files: FileIndex,
  path: string,
  text: string,
): readonly Candidate[] {
  if (DATA_TREE.test(path)) return [];
  const isSettings = SETTINGS_TREE.test(path) || PIPELINE.test(path);
  const mayBeCode = /apiVersion|Resources"?\s*:/.test(text);
  if (!isSettings && !mayBeCode) return [];
  if (
    /\{\{-?\s*(\.|\$|include|if|with|range)/.test(text) &&
    !PIPELINE.test(path)
  )
    return readLines(text, path);
  return (files.parse(yamlParser, path) ?? []).flatMap(document => {
    const { root } = document;
    if (isTemplate(root)) return readTemplateCandidates(root, path);
    const manifest = readManifestCandidates(document, path);
    if (manifest !== undefined) return manifest;
    return isSettings ? readYamlCandidates(root, path) : [];
  });
}
