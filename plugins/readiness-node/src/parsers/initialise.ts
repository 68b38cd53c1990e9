import { initialiseHclParser } from './hcl';

/** Loads what parsers need before they can work synchronously. Idempotent. */
export async function initialiseParsers(): Promise<void> {
  await initialiseHclParser();
}
