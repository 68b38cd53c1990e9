import MarkdownIt from 'markdown-it';
import type { Parser } from './parser';

/** A heading and the lines of its section, up to the next heading of its rank. */
export interface ProseHeading {
  readonly text: string;
  readonly level: number;
  readonly startLine: number;
  readonly endLine: number;
  /** Characters of the section's text, headings left out. */
  readonly characters: number;
}

/** A fenced block. */
export interface ProseFence {
  /** First word after the fence, lower case: `mermaid`. */
  readonly language: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** A link or a bare address, outside of code. */
export interface ProseLink {
  readonly url: string;
  readonly line: number;
}

/** What matters of a document for people. */
export interface Prose {
  readonly headings: readonly ProseHeading[];
  readonly fences: readonly ProseFence[];
  readonly links: readonly ProseLink[];
  /** Characters of its text, front matter left out. */
  readonly characters: number;
}

const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---(\r?\n|$)/;
const URL = /(?:https?:\/\/|mailto:)[^\s<>()[\]"'`]+/g;
const MAXIMUM_CHARACTERS = 1_000_000;

/** Markdown, by its block structure. */
export const markdownParser: Parser<Prose> = {
  id: 'markdown',
  parse(text) {
    const { body, skippedLines } = dropFrontMatter(text);
    const tokens = new MarkdownIt({ html: true }).parse(
      body.slice(0, MAXIMUM_CHARACTERS),
      {},
    );
    const marks: Mark[] = [];
    const fences: ProseFence[] = [];
    for (const [index, token] of tokens.entries()) {
      const [start, end] = token.map ?? [0, 0];
      if (token.type === 'heading_open') {
        marks.push({
          text: plainText(tokens[index + 1]?.content ?? ''),
          level: Number(token.tag.slice(1)),
          line: start + 1 + skippedLines,
        });
      } else if (token.type === 'fence') {
        fences.push({
          language:
            token.info
              .trim()
              .split(/[\s{,]/)[0]
              ?.toLowerCase() ?? '',
          startLine: start + 1 + skippedLines,
          endLine: end + skippedLines,
        });
      }
    }
    return { tree: createProse(text, marks, fences), failures: [] };
  },
};

/** AsciiDoc, by its headings and blocks. */
export const asciidocParser: Parser<Prose> = {
  id: 'asciidoc',
  parse(text) {
    const marks: Mark[] = [];
    const fences: ProseFence[] = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      const heading = /^(={1,6})\s+(\S.*)$/.exec(line);
      if (heading)
        marks.push({
          text: heading[2] ?? '',
          level: heading[1]?.length ?? 1,
          line: index + 1,
        });
      const block = /^\[(plantuml|mermaid|ditaa|graphviz)\b/.exec(line);
      if (block)
        fences.push({
          language: block[1] ?? '',
          startLine: index + 1,
          endLine: index + 1,
        });
    }
    return { tree: createProse(text, marks, fences), failures: [] };
  },
};

/** reStructuredText, by its underlined headings. */
export const restParser: Parser<Prose> = {
  id: 'rest',
  parse(text) {
    const lines = text.split(/\r?\n/);
    const marks: Mark[] = [];
    const styles: string[] = [];
    for (const [index, line] of lines.entries()) {
      const title = lines[index - 1]?.trim() ?? '';
      const [style] = line;
      if (
        style === undefined ||
        title === '' ||
        !/^([=\-~^"'`#*+.:_])\1{2,}\s*$/.test(line)
      )
        continue;
      if (
        line.trim().length < title.length ||
        /^([=\-~^"'`#*+.:_])\1{2,}$/.test(title)
      )
        continue;
      if (!styles.includes(style)) styles.push(style);
      marks.push({
        text: title,
        level: styles.indexOf(style) + 1,
        line: index,
      });
    }
    return { tree: createProse(text, marks, []), failures: [] };
  },
};

interface Mark {
  readonly text: string;
  readonly level: number;
  readonly line: number;
}

function createProse(
  text: string,
  marks: readonly Mark[],
  fences: readonly ProseFence[],
): Prose {
  const lines = text.split(/\r?\n/);
  const offset = FRONT_MATTER.exec(text)?.[0].split('\n').length ?? 1;
  return {
    headings: marks.map((mark, index) => {
      const next = marks
        .slice(index + 1)
        .find(each => each.level <= mark.level);
      const endLine = next === undefined ? lines.length : next.line - 1;
      return {
        text: mark.text,
        level: mark.level,
        startLine: mark.line,
        endLine,
        characters: countCharacters(lines.slice(mark.line, endLine)),
      };
    }),
    fences,
    links: lines.flatMap((line, index) =>
      fences.some(
        fence => index + 1 >= fence.startLine && index + 1 <= fence.endLine,
      )
        ? []
        : [...line.matchAll(URL)].map(([url]) => ({ url, line: index + 1 })),
    ),
    characters: countCharacters(lines.slice(offset - 1)),
  };
}

function countCharacters(lines: readonly string[]): number {
  return lines
    .map(line => line.replace(/^\s*(#+|=+|[-*+>|]|\d+\.)\s*/, '').trim().length)
    .reduce((sum, length) => sum + length, 0);
}

function dropFrontMatter(text: string): { body: string; skippedLines: number } {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return { body: text, skippedLines: 0 };
  return {
    body: text.slice(match[0].length),
    skippedLines: match[0].split('\n').length - 1,
  };
}

function plainText(inline: string): string {
  return inline
    .replace(/!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*_`]/g, '')
    .trim();
}
