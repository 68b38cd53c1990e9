import { yamlParser, type YamlNode } from '../../../parsers/yaml';
import { defineCollector, type CollectorInput } from '../../collector';
import { getBaseName, getFolder, joinPath } from '../../paths';
import { getItems, getText, getValue } from '../../readValue';
import type {
  ApiSpecificationFact,
  ContributionFileFact,
  DiagramFact,
  DocumentationSiteFact,
} from '../../types/documents';
import type { Value } from '../../value';
import { toYamlMap } from '../../yamlValue';

/** Drawings, sites, API specifications, owners: documentation that is no prose. */
export const documentationFilesCollector = defineCollector({
  id: 'documentation-files',
  collect: input => ({
    diagrams: findDiagramFiles(input),
    documentationSites: findSites(input),
    apiSpecifications: findApiSpecifications(input),
    contributionFiles: findContributionFiles(input),
  }),
});

const DIAGRAM_FILES: readonly {
  readonly kind: string;
  readonly path: RegExp;
}[] = [
  { kind: 'drawio', path: /\.(drawio|dio)(\.(svg|png|xml))?$/i },
  { kind: 'plantuml', path: /\.(puml|plantuml|pu)$/i },
  { kind: 'mermaid', path: /\.(mmd|mermaid)$/i },
  {
    kind: 'structurizr',
    path: /(^|\/)(workspace|structurizr)[^/]*\.(dsl|json)$|structurizr\/.*\.dsl$/i,
  },
  { kind: 'd2', path: /\.d2$/i },
  { kind: 'excalidraw', path: /\.excalidraw(\.(svg|png))?$/i },
  {
    kind: 'image',
    path: /(^|\/)[^/]*(architecture|diagram|topology|deployment[-_]?view|c4|system[-_]?context|data[-_]?flow|infrastructure)[^/]*\.(png|svg|jpe?g|gif|webp)$/i,
  },
];

function findDiagramFiles({ files }: CollectorInput): DiagramFact[] {
  return files.all.flatMap(({ path }) => {
    const diagram = DIAGRAM_FILES.find(each => each.path.test(path));
    return diagram === undefined
      ? []
      : [{ subject: path, kind: diagram.kind, location: firstLine(path) }];
  });
}

function findSites(input: CollectorInput): DocumentationSiteFact[] {
  return input.files.matching(/(^|\/)mkdocs\.ya?ml$/).flatMap(({ path }) => {
    const root = readRoot(input, path);
    if (root === undefined) return [];
    const site = toYamlMap(root, path);
    const docsFolder =
      joinPath(
        getFolder(path),
        getText(getValue(site, 'docs_dir')) ?? 'docs',
      ) ?? 'docs';
    const navigation = getItems(getValue(site, 'nav')).flatMap(listPages);
    return [
      {
        subject: path,
        location: site.location,
        docsFolder,
        pageCount: input.files.wholeRepository.filter(
          file =>
            file.path.startsWith(`${docsFolder}/`) && /\.md$/i.test(file.path),
        ).length,
        navigation: navigation.map(({ page, location }) => {
          const target = joinPath(docsFolder, page);
          return {
            path: page,
            exists: target !== undefined && input.files.exists(target),
            location,
          };
        }),
      },
    ];
  });
}

/** Pages of a navigation entry; web addresses and wildcards left out. */
function listPages(
  value: Value,
): { page: string; location: Value['location'] }[] {
  if (value.kind === 'list') return value.items.flatMap(listPages);
  if (value.kind === 'map')
    return Object.values(value.entries).flatMap(listPages);
  const text = getText(value);
  if (
    text === undefined ||
    !/\.(md|markdown|ipynb|html)$/i.test(text) ||
    /^https?:/.test(text)
  )
    return [];
  return text.includes('*')
    ? []
    : [{ page: text.replace(/^\.\//, ''), location: value.location }];
}

function findApiSpecifications(input: CollectorInput): ApiSpecificationFact[] {
  return input.files.all.flatMap((file): ApiSpecificationFact[] => {
    const { path, text } = file;
    if (text === undefined) return [];
    if (/\.proto$/.test(path) && /^\s*(service|message)\s+\w+/m.test(text)) {
      return [
        { subject: path, kind: 'Protocol Buffers', location: firstLine(path) },
      ];
    }
    if (
      /\.(graphqls?|gql)$/.test(path) &&
      /^\s*(extend\s+)?(type\s+(Query|Mutation)|schema)\b/m.test(text)
    ) {
      return [{ subject: path, kind: 'GraphQL', location: firstLine(path) }];
    }
    return /\.(ya?ml|json)$/.test(path) ? findDescribedApi(path, text) : [];
  });
}

/** OpenAPI, AsyncAPI and catalog APIs, by a cheap look before the file is parsed. */
function findDescribedApi(path: string, text: string): ApiSpecificationFact[] {
  const head = /^\s*(?:\{\s*)?["']?(openapi|swagger|asyncapi)["']?\s*:/m.exec(
    text.slice(0, 4000),
  );
  if (head !== null && !/^package(-lock)?\.json$/.test(getBaseName(path))) {
    const line = text.slice(0, head.index + head[0].length).split('\n').length;
    const kind = head[1] === 'asyncapi' ? 'AsyncAPI' : 'OpenAPI';
    return [
      {
        subject: path,
        kind,
        location: { path, startLine: line, endLine: line },
      },
    ];
  }
  const api = /^kind:\s*['"]?API['"]?\s*$/m.exec(text);
  if (
    api === null ||
    !/backstage\.io\//.test(text) ||
    !/^\s+definition:/m.test(text)
  )
    return [];
  const line = text.slice(0, api.index).split('\n').length;
  return [
    {
      subject: path,
      kind: 'catalog API',
      location: { path, startLine: line, endLine: line },
    },
  ];
}

function findContributionFiles({
  files,
}: CollectorInput): ContributionFileFact[] {
  return files.all.flatMap((file): ContributionFileFact[] => {
    const { path, text = '' } = file;
    const isOwners =
      /^((docs|\.github|\.gitlab)\/)?CODEOWNERS$/.test(path) ||
      /(^|\/)CODEOWNERS$/.test(path);
    const isGuide = /(^|\/)CONTRIBUTING(\.\w+)?$/i.test(path);
    if (!isOwners && !isGuide) return [];
    const index = text
      .split(/\r?\n/)
      .findIndex(line => /^\s*[^#\s]/.test(line));
    return [
      {
        subject: path,
        kind: isOwners ? 'CODEOWNERS' : 'CONTRIBUTING',
        isEmpty: text.trim() === '' || (isOwners && index < 0),
        location: {
          path,
          startLine: Math.max(1, index + 1),
          endLine: Math.max(1, index + 1),
        },
      },
    ];
  });
}

function readRoot(
  { files }: CollectorInput,
  path: string,
): YamlNode | undefined {
  return files.parse(yamlParser, path)?.[0]?.root;
}

function firstLine(path: string) {
  return { path, startLine: 1, endLine: 1 };
}
