const CREDENTIALS = /(:\/\/[^\s:@/]+:)[^\s@/$]+@/g;
const SECRET =
  /((?:passw(?:or)?d|secret|token|api[-_]?key|access[-_]?key)[\w-]*["']?[=: ]\s*["']?)(?![-$<{~./])[^\s"'$]{6,}/gi;
const SECRET_NAME =
  /(passw(or)?d|passphrase|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential)/i;

/** Text as people may see it: values under secret-like names are stars. */
export function maskSecrets(text: string): string {
  return text.replace(CREDENTIALS, '$1***@').replace(SECRET, '$1***');
}

/** Words of a command, also the one after `--password`. */
export function maskWords(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    const option = words[index - 1] ?? '';
    const isValue = /^--?[\w-]+$/.test(option) && SECRET_NAME.test(option);
    return isValue && isLiteral(word) ? '***' : maskSecrets(word);
  });
}

/** The value of a variable or input, unless its name says it is secret. */
export function maskValue(name: string, value: string): string {
  return SECRET_NAME.test(name) && isLiteral(value)
    ? '***'
    : maskSecrets(value);
}

function isLiteral(value: string): boolean {
  return value.length >= 6 && !/^[-$<{~./]/.test(value);
}
