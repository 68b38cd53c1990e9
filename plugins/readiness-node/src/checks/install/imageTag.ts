/** What an image reference says of its version. */
export type ImageVersion =
  | { readonly kind: 'digest' | 'tag' | 'latest' | 'none' }
  | { readonly kind: 'unknown' };

/** Reads the version of a resolved image reference. */
export function readImageVersion(image: string): ImageVersion {
  return readTail(image.trim(), true);
}

/** A tag that begins with digits is not `latest`, whatever follows. */
const STARTED_TAG = /[\w.-]:v?\d[\w.-]*\$\{[^/{}]*\}[\w.-]*$/;

/**
 * Reads the version of a reference that could not be resolved as a whole: what
 * follows the last placeholder is often enough (`${var.registry}/cart:latest`).
 */
export function readUnresolvedImageVersion(expression: string): ImageVersion {
  const text = expression.trim().replace(/^"|"$/g, '');
  if (STARTED_TAG.test(text)) return { kind: 'tag' };
  const end = text.lastIndexOf('}');
  return end < 0 ? { kind: 'unknown' } : readTail(text.slice(end + 1), false);
}

function readTail(text: string, isWhole: boolean): ImageVersion {
  if (/@sha256:[0-9a-f]{6,}/i.test(text)) return { kind: 'digest' };
  const slash = text.lastIndexOf('/');
  const name = text.slice(slash + 1);
  const colon = name.indexOf(':');
  if (colon >= 0) {
    const tag = name.slice(colon + 1);
    if (tag === '') return { kind: isWhole ? 'none' : 'unknown' };
    return /^[\w][\w.-]*$/.test(tag)
      ? { kind: tag === 'latest' ? 'latest' : 'tag' }
      : { kind: 'unknown' };
  }
  const isName = /^[\w.-]+$/.test(name) && (isWhole || slash >= 0);
  return { kind: isName ? 'none' : 'unknown' };
}
