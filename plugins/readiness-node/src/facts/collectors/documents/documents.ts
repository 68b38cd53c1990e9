import {
  asciidocParser,
  markdownParser,
  restParser,
  type Prose,
} from '../../../parsers/prose';
import { defineCollector, type CollectorInput } from '../../collector';
import type { SnapshotFile } from '../../snapshot';
import type {
  ContactPointFact,
  DiagramFact,
  DocumentFact,
} from '../../types/documents';
import { findTopics, isDocument } from './topics';

const CONTACTS: readonly { readonly kind: string; readonly url: RegExp }[] = [
  { kind: 'Slack', url: /^https?:\/\/([\w-]+\.)?(slack\.com|join\.slack)\b/i },
  { kind: 'Teams', url: /^https?:\/\/teams\.microsoft\.com\//i },
  {
    kind: 'Discord',
    url: /^https?:\/\/(www\.)?(discord\.(gg|com)|discordapp\.com)\//i,
  },
  { kind: 'Mattermost', url: /^https?:\/\/[\w.-]*mattermost[\w.-]*\//i },
  { kind: 'Google Chat', url: /^https?:\/\/chat\.google\.com\//i },
  { kind: 'mail', url: /^mailto:/i },
];

/** Channels and addresses without a link: near the word Slack, or after who is to ask. */
const CHANNELS = [
  /\b(?:ask|reach|contact|support|help|questions?)\b[^#\n]{0,60}?(?<![\w(/&])(#[a-z][\w-]{2,60})/i,
  /\b(?:ask|reach|contact|support|help|questions?|mail|owners?|owned|maintained)\b[^@\n]{0,60}?([\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5})/i,
  /^#{1,4} [^\n]{0,40}\b(?:contacts?|support|owners?|team)\b[^@#]{0,200}?([\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5})/im,
  /\b(?:slack|teams|discord|mattermost|chat)\b[^#]{0,80}?(?<![\w(/])(#[a-z][\w-]{2,60})/i,
  /(?<![\w(/])(#[a-z][\w-]{2,60})[^#]{0,80}\b(?:slack|teams|discord|mattermost|chat)\b/i,
];

/** Documents, the diagrams drawn in them, and the contacts they name. */
export const documentsCollector = defineCollector({
  id: 'documents',
  collect(input) {
    const documents: DocumentFact[] = [];
    const diagrams: DiagramFact[] = [];
    const contactPoints: ContactPointFact[] = [];
    for (const file of input.files.all) {
      if (!isDocument(file.path)) continue;
      const prose = parseProse(input, file);
      if (prose === undefined) continue;
      documents.push(createDocument(file, prose));
      diagrams.push(...findDrawings(file.path, prose));
      contactPoints.push(...findContacts(file, prose));
    }
    return { documents, diagrams, contactPoints };
  },
});

function parseProse(
  { files }: CollectorInput,
  { path }: SnapshotFile,
): Prose | undefined {
  if (/\.(adoc|asciidoc)$/i.test(path))
    return files.parse(asciidocParser, path);
  if (/\.rst$/i.test(path)) return files.parse(restParser, path);
  return files.parse(markdownParser, path);
}

function createDocument(
  { path, text = '' }: SnapshotFile,
  prose: Prose,
): DocumentFact {
  const marker = text
    .split('\n')
    .findIndex(line =>
      /BEGIN_TF_DOCS|BEGINNING OF PRE-COMMIT-TERRAFORM DOCS/.test(line),
    );
  const end = prose.headings.at(-1)?.endLine ?? 1;
  return {
    subject: path,
    location: { path, startLine: 1, endLine: Math.max(1, Math.min(end, 12)) },
    topics: findTopics(path),
    characters: prose.characters,
    ...(marker >= 0 && {
      terraformDocs: { path, startLine: marker + 1, endLine: marker + 1 },
    }),
    headings: prose.headings.map(
      ({ text: title, level, characters, startLine, endLine }) => ({
        text: title,
        level,
        characters,
        location: { path, startLine, endLine },
      }),
    ),
  };
}

function findDrawings(path: string, prose: Prose): DiagramFact[] {
  return prose.fences
    .filter(({ language }) =>
      /^(mermaid|plantuml|puml|dot|graphviz|d2|c4plantuml|structurizr|ditaa)$/.test(
        language,
      ),
    )
    .map(({ language, startLine, endLine }) => ({
      subject: path,
      kind: language,
      location: { path, startLine, endLine },
    }));
}

function findContacts(
  { path, text }: SnapshotFile,
  prose: Prose,
): ContactPointFact[] {
  const links = prose.links.flatMap(({ url, line }) => {
    const contact = CONTACTS.find(each => each.url.test(url));
    if (contact === undefined) return [];
    return [
      {
        subject: path,
        kind: contact.kind,
        text: url,
        location: { path, startLine: line, endLine: line },
      },
    ];
  });
  const found = CHANNELS.map(pattern => pattern.exec(text ?? '')).find(
    match => match !== null,
  );
  const channel = found?.[1];
  if (!found || channel === undefined) return links;
  const start = found.index + found[0].indexOf(channel);
  const line = (text ?? '').slice(0, start).split('\n').length;
  const location = { path, startLine: line, endLine: line };
  const kind = channel.startsWith('#') ? 'chat channel' : 'mail';
  return [...links, { subject: path, kind, text: channel, location }];
}
