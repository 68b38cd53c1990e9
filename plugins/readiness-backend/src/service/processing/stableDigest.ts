import { createHash } from 'node:crypto';

/** A fingerprint of plain data, whatever the order of its keys. */
export function digestOf(value: unknown): string {
  return digestText(JSON.stringify(value, sortKeys));
}

export function digestText(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
