import { maskConnectionSecrets } from './collectors/secrets/connectionStrings';
import { getSecretNameKind } from './collectors/secrets/secretNames';
import { findTokens } from './collectors/secrets/tokenShapes';

const MASK = '***';

/**
 * A copy without secrets: what stands under a secret's name, tokens of known
 * shapes and passwords of connection strings are masked, so that facts can be
 * kept and shown.
 */
export function redactSecrets<T>(facts: T): T;
export function redactSecrets(facts: unknown): unknown {
  if (typeof facts === 'string') return redactText(facts);
  if (Array.isArray(facts)) return facts.map(item => redactSecrets(item));
  if (typeof facts !== 'object' || facts === null) return facts;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(facts))
    copy[key] = redactSecrets(value);
  if ('name' in facts && 'value' in facts && isSecretName(facts.name))
    copy.value = maskValue(copy.value);
  return copy;
}

/** A text whose tokens and passwords are masked. */
export function redactText(text: string): string {
  if (text.length < 8) return text;
  let result = text;
  for (const { index, length } of findTokens(text)) {
    const token = text.slice(index, index + length);
    result = result.split(token).join(MASK);
  }
  return maskConnectionSecrets(result);
}

function isSecretName(name: unknown): boolean {
  return typeof name === 'string' && getSecretNameKind(name) !== undefined;
}

/** A text, or the text of a known attribute. */
function maskValue(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : MASK;
  if (typeof value !== 'object' || value === null) return value;
  return 'state' in value && value.state === 'known' && 'value' in value
    ? { ...value, value: MASK }
    : value;
}
