import { readFile } from 'node:fs/promises';
import { Language, Parser as TreeSitter } from 'web-tree-sitter';
import type { Node } from 'web-tree-sitter';
import type { ParseFailure, ParseResult, Parser } from '../parser';
import { convertBody } from './convertBody';
import { SourceText } from './sourceText';
import { splitTopLevel } from './splitTopLevel';
import { findFailures } from './syntaxFailures';
import { createEmptyBody } from './syntax';
import type { HclAttribute, HclBlock, HclBody, HclExpression } from './syntax';

const GRAMMAR =
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm';
/** Larger files are data or attacks; they are reported and left alone. */
const MAX_LENGTH = 2_000_000;
const MAX_FAILURES = 20;
/** Brackets nested more deeply than this cost the parser minutes. */
const MAX_BRACKETS = 500;

let treeSitter: TreeSitter | undefined;
let initialisation: Promise<void> | undefined;

/**
 * Loads the grammar; {@link hclParser} works from then on. Calling it again is free.
 * @public
 */
export function initialiseHclParser(): Promise<void> {
  initialisation ??= loadGrammar();
  return initialisation;
}

async function loadGrammar(): Promise<void> {
  await TreeSitter.init();
  const language = await Language.load(
    await readFile(require.resolve(GRAMMAR)),
  );
  const parser = new TreeSitter();
  parser.setLanguage(language);
  treeSitter = parser;
}

/**
 * HCL (`.tf`, `.tofu`, `.tfvars`, `.hcl`) as a syntax tree. A file with errors
 * gives a failure and everything that stands outside the broken parts.
 *
 * @public
 */
export const hclParser: Parser<HclBody> = {
  id: 'hcl',
  parse(text) {
    const normalised = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    const refusal = refuse(normalised);
    if (refusal !== undefined)
      return { tree: createEmptyBody(), failures: [refusal] };
    const whole = parsePart(normalised, 1);
    return whole.failures.length === 0
      ? whole
      : parseByParts(normalised, whole);
  },
};

/**
 * A text as a template, as `.tf.json` and `templatefile` mean it. Everything
 * in it is said to stand on one line.
 */
export function parseTemplate(text: string, line: number): HclExpression {
  const marker = 'END_OF_TEMPLATE';
  const wrapped = `x = <<${marker}\n${text.replace(
    /\r\n?/g,
    '\n',
  )}\n${marker}\n`;
  const body = refuse(wrapped) ? undefined : parsePart(wrapped, line - 1).tree;
  const expression = body?.attributes[0]?.expression;
  const at = { text, startLine: line, endLine: line };
  if (expression?.kind === 'literal')
    return {
      kind: 'literal',
      value: withoutLastBreak(expression.value),
      ...at,
    };
  if (expression?.kind !== 'template') return { kind: 'invalid', ...at };
  const parts = expression.parts.map((part, index) =>
    part.kind === 'text' && index === expression.parts.length - 1
      ? { ...part, value: String(withoutLastBreak(part.value)) }
      : part,
  );
  return {
    kind: 'template',
    parts: parts.filter(part => part.kind !== 'text' || part.value !== ''),
    ...at,
  };
}

function withoutLastBreak<T>(value: T): T | string {
  return typeof value === 'string' ? value.replace(/\n$/, '') : value;
}

/** A single expression, e.g. the text of a type constraint. */
export function parseExpression(text: string): HclExpression | undefined {
  return hclParser.parse(`x = ${text}\n`).tree?.attributes[0]?.expression;
}

function parsePart(text: string, firstLine: number): ParseResult<HclBody> {
  if (!treeSitter)
    throw new TypeError(
      'initialiseHclParser() must be awaited before hclParser is used',
    );
  const tree = treeSitter.parse(text);
  if (!tree)
    return {
      tree: createEmptyBody(),
      failures: [{ message: 'parsing was stopped', line: firstLine }],
    };
  try {
    const source = new SourceText(text, firstLine);
    const range = { startLine: firstLine, endLine: source.lineAt(text.length) };
    const failures = tree.rootNode.hasError
      ? findFailures(tree.rootNode, source, MAX_FAILURES)
      : [];
    return {
      tree: convertBody(topLevelNodes(tree.rootNode), source, range),
      failures,
    };
  } finally {
    tree.delete();
    treeSitter.reset();
  }
}

/** Attributes and blocks of the file, also those inside an error at its top. */
function topLevelNodes(root: Node): readonly Node[] {
  return root.namedChildren.flatMap(child =>
    child.type === 'body' || child.type === 'ERROR'
      ? child.namedChildren
      : [child],
  );
}

/**
 * One error may hide everything after it, so a broken file is parsed again
 * block by block, and only the broken blocks are lost.
 */
function parseByParts(
  text: string,
  whole: ParseResult<HclBody>,
): ParseResult<HclBody> {
  const parts = splitTopLevel(text);
  if (parts.length < 2) return whole;
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  const failures: ParseFailure[] = [];
  for (const part of parts) {
    const result = parsePart(part.text, part.firstLine);
    attributes.push(...(result.tree?.attributes ?? []));
    blocks.push(...(result.tree?.blocks ?? []));
    failures.push(...result.failures);
  }
  const endLine = whole.tree?.endLine ?? 1;
  return {
    tree: { attributes, blocks, startLine: 1, endLine },
    failures: (failures.length > 0 ? failures : whole.failures).slice(
      0,
      MAX_FAILURES,
    ),
  };
}

function refuse(text: string): ParseFailure | undefined {
  if (text.length > MAX_LENGTH)
    return { message: `larger than ${MAX_LENGTH} characters`, line: 1 };
  let depth = 0;
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) line++;
    else if (code === 123 || code === 91 || code === 40) depth++;
    else if ((code === 125 || code === 93 || code === 41) && depth > 0) depth--;
    if (depth > MAX_BRACKETS)
      return { message: `nested more than ${MAX_BRACKETS} levels`, line };
  }
  return undefined;
}
