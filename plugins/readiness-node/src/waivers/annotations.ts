import type { Problem } from 'backstage-plugin-readiness-common';
import { isMap, isScalar, parseDocument } from 'yaml';

/** Longest annotation value that is read, in bytes. */
const MAXIMUM_BYTES = 8 * 1024;

/** A mapping read from one annotation, or what is wrong with it. */
export type AnnotationReading =
  | {
      readonly kind: 'mapping';
      readonly entries: ReadonlyMap<string, AnnotationValue>;
    }
  | { readonly kind: 'problem'; readonly message: string };

/** Texts, or lists of texts (`subjects`). */
export type AnnotationValue = string | readonly string[];

/**
 * Reads the YAML mapping in an annotation. A plain string is answered with the
 * mapping to paste; nothing makes it throw.
 */
export function readMapping(
  key: string,
  text: string,
  allowed: readonly string[],
  toPaste: (text: string) => string,
): AnnotationReading {
  if (Buffer.byteLength(text) > MAXIMUM_BYTES) {
    return problem(`${key} is longer than 8 KiB`);
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: true,
  });
  const [error] = document.errors;
  if (error) {
    const [position] = error.linePos ?? [];
    return problem(
      `${key} is not valid YAML at line ${position?.line ?? 1}: ${firstLine(
        error.message,
      )}`,
    );
  }
  if (!isMap(document.contents)) {
    return problem(
      `${key} must be a YAML mapping. Paste this:\n${toPaste(text.trim())}`,
    );
  }
  const entries = new Map<string, AnnotationValue>();
  const aliases: { toJS(): unknown } = document;
  const plain = toPlainMapping(aliases);
  for (const pair of document.contents.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    if (!allowed.includes(name)) {
      return problem(
        `${key} has an unknown key '${name}'; known are ${allowed.join(', ')}`,
      );
    }
    const value = toAnnotationValue(plain[name]);
    if (value === undefined)
      return problem(`${key}: '${name}' must be a text or a list of texts`);
    entries.set(name, value);
  }
  return { kind: 'mapping', entries };
}

/** A problem with one annotation. */
export function annotationProblem(
  kind: Problem['kind'],
  annotation: string,
  message: string,
): Problem {
  return { kind, annotation, message };
}

function toPlainMapping(document: {
  toJS(options?: { maxAliasCount: number }): unknown;
}): Record<string, unknown> {
  try {
    const plain = document.toJS({ maxAliasCount: 10 });
    return typeof plain === 'object' && plain !== null ? { ...plain } : {};
  } catch {
    return {};
  }
}

function toAnnotationValue(value: unknown): AnnotationValue | undefined {
  if (typeof value === 'string') return value.trim();
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter(item => typeof item === 'string');
  return texts.length === value.length
    ? texts.map(text => text.trim())
    : undefined;
}

function problem(message: string): AnnotationReading {
  return { kind: 'problem', message };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
