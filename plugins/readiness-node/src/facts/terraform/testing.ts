import { defaultCollectorOptions } from '../collector';
import { FileIndex, ParsedSnapshot } from '../fileIndex';
import { toPlain } from '../readValue';
import type { Resource } from '../resource';
import type { Value } from '../value';
import { resolveTerraform } from './resolveTerraform';

/** A file index of texts by path. Tests only. */
export function indexOf(
  texts: Readonly<Record<string, string>>,
  subPath = '',
): FileIndex {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    size: text.length,
    text,
  }));
  return new FileIndex(new ParsedSnapshot({ files }), subPath);
}

/** Resources of texts by path. Tests only. */
export function resolveTexts(
  texts: Readonly<Record<string, string>>,
  subPath = '',
): Resource[] {
  return resolveTerraform({
    files: indexOf(texts, subPath),
    options: defaultCollectorOptions,
  });
}

/** Values in a form that is easy to read and compare. Tests only. */
export function describeValue(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'scalar':
      return toPlain(value);
    case 'unresolved':
      return `<${value.expression}>`;
    case 'list':
      return [
        ...value.items.map(describeValue),
        ...(value.unresolvedRest === undefined
          ? []
          : [`<…${value.unresolvedRest}>`]),
      ];
    default:
      return Object.fromEntries([
        ...Object.entries(value.entries).map(([key, item]) => [
          key,
          describeValue(item),
        ]),
        ...(value.unresolvedRest === undefined
          ? []
          : [['…', value.unresolvedRest]]),
      ]);
  }
}

/** Addresses with their attributes. Tests only. */
export function describeResources(
  resources: readonly Resource[],
): Record<string, unknown> {
  return Object.fromEntries(
    resources.map(({ address, attributes }) => [
      address,
      describeValue(attributes),
    ]),
  );
}
