/** Words after the secret's own that don't turn it into something else. */
const TRAILING =
  /^(prod|production|staging|stage|dev|test|value|string|data|base|plain|plaintext|default|b64|base64|ro|rw|readonly|primary|secondary|old|new|v?\d+)$/;
const PASSWORD =
  /(password|passwd|passphrase|passcode)$|^(pwd|pass|pw|requirepass|userpass|masterauth)$/;
const SINGLE =
  /^(secret|token|apikey|secretkey|privatekey|accesskey|authtoken|authkey)$/;
const KEY_OF =
  /^(api|secret|private|access|account|encryption|signing|master|shared|auth|jwt|hmac|app|crypt|webhook|license)$/;
/** `update_password`, `generateSecret`, `max_token`: switches, limits, names of Kubernetes Secrets. */
const LEADING =
  /^(is|has|use|update|generate|create|creation|idempotency|continuation|request|next|page|enable|enabled|disable|manage|managed|allow|require|required|rotate|reset|forgot|change|validate|show|public|existing|external|max|min|no|if|with|without|skip|ignore|random|automount)$/;
const SECRET_OBJECT =
  /^(tls|pull|existing|external|cert|certificate|image|ssl|k8s|kubernetes|config|docker|registry|dsn|credentials)$/;

/** `DB_PASSWORD`, `clientSecret`, `api-key`: what kind of secret a name promises. */
export type SecretNameKind = 'password' | 'secret' | 'token' | 'key';

/**
 * Whether a name says that its value is a secret. The last word decides:
 * `password_length`, `token_url` and `secretName` are about secrets, not secret.
 */
export function getSecretNameKind(name: string): SecretNameKind | undefined {
  const words = splitWords(name);
  while (words.length > 1 && TRAILING.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1);
  const before = words.at(-2);
  if (last === undefined || (words.length > 1 && LEADING.test(words[0] ?? '')))
    return undefined;
  if (PASSWORD.test(last)) return 'password';
  if (last === 'secret') {
    return before !== undefined && SECRET_OBJECT.test(before)
      ? undefined
      : 'secret';
  }
  if (SINGLE.test(last)) return last.endsWith('key') ? 'key' : 'token';
  if (last === 'key' && before !== undefined && KEY_OF.test(before)) {
    return words.at(-3) === 'public' ? undefined : 'key';
  }
  return undefined;
}

/** Values the build shows to everybody anyway. */
export function isPublicName(name: string): boolean {
  return /^(VITE|NEXT_PUBLIC|REACT_APP|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|PUBLIC)_/.test(
    name,
  );
}

/** `DbPassword` → db, password; `API_KEY` → api, key. */
export function splitWords(name: string): string[] {
  return name
    .slice(-120)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map(word => word.toLowerCase());
}
