const URL_WITH_PASSWORD =
  /\b[a-z][a-z0-9+]{1,20}:\/\/([^\s:@/"'<>]{0,100}):([^\s@/"'<>]{1,200})@([\w.-]{1,200})/gi;
const KEYED_PASSWORD =
  /(?:^|;|\?|&)\s{0,3}(?:password|pwd)\s{0,3}=\s{0,3}([^;&"'\s]{1,200})/gi;
const KEYED_STRING = /(?:server|data source|host|endpoint|jdbc:)/i;
const FILLED =
  /[${}%<>]|\*{2}|^x+$|^(your|my)?[-_]?(pass(word)?|pwd|secret|token)$/i;
const SHORTEST = 6;

/**
 * Whether a text is a connection string with a password in it, and whether the
 * password stands there or is put in.
 */
export function findConnectionSecret(
  text: string,
): 'literal' | 'filled' | undefined {
  if (text.length > 20_000) return undefined;
  let found: 'filled' | undefined;
  if (text.includes('://') && text.includes('@')) {
    for (const [, , password = ''] of text.matchAll(URL_WITH_PASSWORD)) {
      if (isLiteral(password)) return 'literal';
      found = 'filled';
    }
  }
  if (KEYED_STRING.test(text)) {
    for (const [, password = ''] of text.matchAll(KEYED_PASSWORD)) {
      if (isLiteral(password)) return 'literal';
      found = 'filled';
    }
  }
  return found;
}

/** The text with the passwords of its URLs masked. */
export function maskConnectionSecrets(text: string): string {
  if (!text.includes('://') || !text.includes('@')) return text;
  return text.replace(
    URL_WITH_PASSWORD,
    (whole: string, user: string, password: string, host: string) =>
      isLiteral(password)
        ? `${whole.slice(0, whole.indexOf('://') + 3)}${user}:***@${host}`
        : whole,
  );
}

function isLiteral(password: string): boolean {
  return password.length >= SHORTEST && !FILLED.test(password);
}
