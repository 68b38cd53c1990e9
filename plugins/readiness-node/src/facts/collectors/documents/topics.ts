import type { DocumentTopic } from '../../types/documents';
import { getBaseName } from '../../paths';

const TOPICS: readonly {
  readonly topic: DocumentTopic;
  readonly path: RegExp;
}[] = [
  { topic: 'readme', path: /(^|\/)readme(\.[a-z]{2,8})?$/i },
  {
    topic: 'runbook',
    path: /(run-?_?books?|play-?_?books?|on-?_?call|operations?|operating|ops[-_]?(guide|manual)|troubleshoot(ing)?|incidents?([-_]response|[-_]management)?|disaster[-_]recovery)([-_./]|$)/i,
  },
  {
    topic: 'architecture',
    path: /(architecture|system[-_]?design|(^|\/)design|overview[-_]of[-_]the[-_]system|c4|infrastructure[-_]overview)([-_./]|$)/i,
  },
  {
    topic: 'decision',
    path: /(^|\/)(adrs?|decisions?|architecture[-_]decisions?|rfcs?)\/[^/]+\.\w+$|(^|\/)adr[-_]?\d+/i,
  },
  {
    topic: 'changelog',
    path: /(^|\/)(changelog|changes|history|releases?|news)(\.[a-z]{2,8})?$/i,
  },
  {
    topic: 'template',
    path: /(^|\/)(\.github|\.gitlab)\/|(issue|pull_request|merge_request)_template/i,
  },
  {
    topic: 'policy',
    path: /(^|\/)(licen[sc]e|copying|notice|code[-_]of[-_]conduct|security|contributing|contributors|authors|maintainers|governance|support)(\.[a-z]{2,8})?$/i,
  },
];

/** What a document is about, by its path. */
export function findTopics(path: string): readonly DocumentTopic[] {
  return TOPICS.filter(({ path: pattern }) => pattern.test(path)).map(
    ({ topic }) => topic,
  );
}

/** Whether a file is a document for people. */
export function isDocument(path: string): boolean {
  return (
    /\.(md|mdx|markdown|adoc|asciidoc|rst)$/i.test(path) ||
    /^readme(\.txt)?$/i.test(getBaseName(path))
  );
}
