import {
  Composer,
  LineCounter,
  Lexer,
  Parser as TokenParser,
  type Document,
} from 'yaml';
import type { ParseFailure, ParseResult, Parser } from './parser';
import { DocumentConverter } from './yaml/convertDocument';
import { JsonSyntaxError, parseJson } from './yaml/parseJson';
import type { YamlDocument } from './yaml/yamlNode';

export * from './yaml/yamlNode';

const FAILURE_LIMIT = 20;
/** About three megabytes: more is data, not code. JSON has no such limit. */
const TOKEN_LIMIT = 400_000;

/**
 * YAML streams and JSON. Duplicate keys are failures and the last one wins;
 * aliases expand up to a limit; broken documents give what could be read.
 */
export const yamlParser: Parser<readonly YamlDocument[]> = {
  id: 'yaml',
  parse: parseYaml,
};

function parseYaml(input: string): ParseResult<readonly YamlDocument[]> {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  return readJson(text) ?? readYaml(text);
}

function readJson(
  text: string,
): ParseResult<readonly YamlDocument[]> | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const root = parseJson(text);
    const { startLine, endLine } = root;
    return { tree: [{ root, startLine, endLine }], failures: [] };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    if (!error.isTooDeep) return undefined;
    const { message, line } = error;
    return { tree: undefined, failures: [{ message, line }] };
  }
}

function readYaml(text: string): ParseResult<readonly YamlDocument[]> {
  const lines = new LineCounter();
  const failures: ParseFailure[] = [];
  const fail = (failure: ParseFailure) => {
    if (failures.length < FAILURE_LIMIT) failures.push(failure);
  };
  try {
    const documents = composeDocuments(text, lines, fail);
    for (const document of documents) reportErrors(document, lines, fail);
    const converter = new DocumentConverter(text, lines, fail);
    const tree = documents.map(document => ({
      root: converter.convert(document),
      ...getLines(document, lines),
    }));
    return { tree, failures };
  } catch (error) {
    // The package recurses: nesting of thousands overflows its stack.
    return failed(error instanceof RangeError ? 'nested too deep' : `${error}`);
  }
}

function composeDocuments(
  text: string,
  lineCounter: LineCounter,
  fail: (failure: ParseFailure) => void,
): Document.Parsed[] {
  const composer = new Composer({
    lineCounter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
    keepSourceTokens: false,
    version: '1.2',
  });
  const parser = new TokenParser(lineCounter.addNewLine);
  lineCounter.addNewLine(0);
  const documents: Document.Parsed[] = [];
  let count = 0;
  for (const token of new Lexer().lex(text)) {
    if (++count > TOKEN_LIMIT) {
      const line = lineCounter.lineStarts.length;
      fail({ message: `only the first ${TOKEN_LIMIT} tokens were read`, line });
      break;
    }
    for (const part of parser.next(token)) {
      documents.push(...composer.next(part));
    }
  }
  for (const part of parser.end()) documents.push(...composer.next(part));
  documents.push(...composer.end(false, text.length));
  return documents;
}

function reportErrors(
  document: Document.Parsed,
  lines: LineCounter,
  fail: (failure: ParseFailure) => void,
): void {
  for (const error of document.errors) {
    const message = error.message.split('\n', 1)[0] ?? error.code;
    fail({ message, line: lines.linePos(error.pos[0]).line || 1 });
  }
}

function getLines(document: Document.Parsed, lines: LineCounter) {
  const [start, end] = document.contents?.range ?? document.range;
  return {
    startLine: lines.linePos(start).line || 1,
    endLine: lines.linePos(Math.max(start, end - 1)).line || 1,
  };
}

function failed(message: string): ParseResult<readonly YamlDocument[]> {
  return { tree: undefined, failures: [{ message, line: 1 }] };
}
