import type { Location } from '../value';

/** @public */
export interface DocumentFacts {
  readonly documents: readonly DocumentFact[];
  readonly diagrams: readonly DiagramFact[];
  readonly documentationSites: readonly DocumentationSiteFact[];
  readonly apiSpecifications: readonly ApiSpecificationFact[];
  readonly contributionFiles: readonly ContributionFileFact[];
  readonly contactPoints: readonly ContactPointFact[];
}

/**
 * What a document is about, by its path: one may be several things.
 * @public
 */
export type DocumentTopic =
  | 'readme'
  | 'runbook'
  | 'architecture'
  | 'decision'
  | 'changelog'
  | 'template'
  | 'policy';

/**
 * A document for people: Markdown, AsciiDoc, reStructuredText.
 * @public
 */
export interface DocumentFact {
  /** Its path. */
  readonly subject: string;
  readonly location: Location;
  readonly topics: readonly DocumentTopic[];
  readonly headings: readonly HeadingFact[];
  /** Characters of its text. */
  readonly characters: number;
  /** Line of the marker of terraform-docs, which writes a part of it. */
  readonly terraformDocs?: Location;
}

/** @public */
export interface HeadingFact {
  readonly text: string;
  readonly level: number;
  /** Characters of the section below it. */
  readonly characters: number;
  readonly location: Location;
}

/** @public */
export interface DiagramFact {
  readonly subject: string;
  /** `mermaid`, `plantuml`, `drawio`, `structurizr`, `d2`, `graphviz`, `diagrams.py`, `image`. */
  readonly kind: string;
  readonly location: Location;
}

/** An mkdocs site. @public */
export interface DocumentationSiteFact {
  readonly subject: string;
  readonly location: Location;
  readonly navigation: readonly {
    readonly path: string;
    readonly exists: boolean;
    readonly location: Location;
  }[];
  /** Markdown files in its docs folder. */
  readonly pageCount: number;
  readonly docsFolder: string;
}

/** @public */
export interface ApiSpecificationFact {
  readonly subject: string;
  readonly kind:
    | 'OpenAPI'
    | 'AsyncAPI'
    | 'GraphQL'
    | 'Protocol Buffers'
    | 'catalog API';
  readonly location: Location;
}

/** @public */
export interface ContributionFileFact {
  readonly subject: string;
  readonly kind: 'CODEOWNERS' | 'CONTRIBUTING';
  /** Whether it says anything (rules, text). */
  readonly isEmpty: boolean;
  readonly location: Location;
}

/** A place to reach the team: chat, mail. @public */
export interface ContactPointFact {
  readonly subject: string;
  readonly kind: string;
  readonly text: string;
  readonly location: Location;
}
