import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Parser, ParseResult } from './parser';

/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside it. */
  readonly text: string;
  /** Line of the opening tag, counted from 1. */
  readonly line: number;
}

/** XML as elements with lines; external entities are never read. */
export const xmlParser: Parser<XmlElement> = {
  id: 'xml',
  parse: parseXml,
};

/** Children of that name, in order. */
export function getXmlChildren(
  element: XmlElement | undefined,
  ...path: readonly string[]
): readonly XmlElement[] {
  let current = element === undefined ? [] : [element];
  for (const name of path)
    current = current.flatMap(each =>
      each.children.filter(child => child.name === name),
    );
  return current;
}

/** Trimmed text of the first element at a path. */
export function getXmlText(
  element: XmlElement | undefined,
  ...path: readonly string[]
): string | undefined {
  const text = getXmlChildren(element, ...path)[0]?.text.trim();
  return text === '' ? undefined : text;
}

/** Every element below, the element itself first. */
export function walkXml(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(walkXml)];
}

const LENGTH_LIMIT = 4_000_000;

function parseXml(input: string): ParseResult<XmlElement> {
  const text = input.replace(/^\uFEFF/, '');
  if (text.length > LENGTH_LIMIT)
    return failed(`longer than ${LENGTH_LIMIT} characters`, 1);
  try {
    const validation = XMLValidator.validate(text, {
      allowBooleanAttributes: true,
    });
    if (validation !== true)
      return failed(validation.err.msg, validation.err.line);
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseTagValue: false,
      parseAttributeValue: false,
      processEntities: false,
      removeNSPrefix: true,
      captureMetaData: true,
      ignoreDeclaration: true,
      ignorePiTags: true,
    });
    const nodes: unknown = parser.parse(text);
    const lineStarts = findLineStarts(text);
    const [root] = toElements(nodes, lineStarts);
    return root
      ? { tree: root, failures: [] }
      : failed('there is no element', 1);
  } catch (error) {
    return failed(String(error), 1);
  }
}

function failed(message: string, line: number): ParseResult<XmlElement> {
  return { tree: undefined, failures: [{ message, line }] };
}

function toElements(
  nodes: unknown,
  lineStarts: readonly number[],
): readonly XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => toElement(node, lineStarts) ?? []);
}

function toElement(
  node: unknown,
  lineStarts: readonly number[],
): XmlElement | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const entry = Object.entries(node).find(
    ([key]) => key !== ':@' && key !== '#text',
  );
  if (entry === undefined) return undefined;
  const [name, content] = entry;
  return {
    name,
    attributes: readAttributes(node),
    children: toElements(content, lineStarts),
    text: readText(content),
    line: findLine(readStart(node), lineStarts),
  };
}

function readAttributes(node: object): Readonly<Record<string, string>> {
  const attributes: unknown = Reflect.get(node, ':@');
  if (typeof attributes !== 'object' || attributes === null) return {};
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, String(value)]),
  );
}

function readText(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((child: unknown) =>
      typeof child === 'object' && child !== null
        ? Reflect.get(child, '#text')
        : undefined,
    )
    .filter(text => typeof text === 'string')
    .join('');
}

function readStart(node: object): number {
  const [symbol] = Object.getOwnPropertySymbols(node);
  const meta: unknown = symbol && Reflect.get(node, symbol);
  const start: unknown =
    typeof meta === 'object' && meta !== null
      ? Reflect.get(meta, 'startIndex')
      : 0;
  return typeof start === 'number' ? start : 0;
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (
    let index = text.indexOf('\n');
    index >= 0;
    index = text.indexOf('\n', index + 1)
  )
    starts.push(index + 1);
  return starts;
}

function findLine(offset: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
