import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** The repository's root. */
export const root = resolve(__dirname, '../../..');

/** Writes a file as prettier wants it, only when it changes. */
export async function writeFormatted(
  path: string,
  text: string,
): Promise<void> {
  const options = await resolveConfig(path);
  const formatted = format(text, { ...options, filepath: path });
  if (existsSync(path) && readFileSync(path, 'utf8') === formatted) return;
  writeFileSync(path, formatted);
}
