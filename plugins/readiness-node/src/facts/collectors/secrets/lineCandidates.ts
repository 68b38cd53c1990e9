import type { Candidate } from './candidate';

/** How the lines of a file give values to names. */
export type LineStyle = 'shell' | 'settings' | 'inventory';

const ASSIGNMENT =
  /^\s{0,80}(?:(?:export|set|declare|readonly|local|-|ENV)\s{1,20}|Environment=\s{0,4})?["']?([A-Za-z_][\w.-]{0,100})["']?\s{0,20}(?:=>|:=|\?=|[:=])\s{0,20}(\S.{0,4000})?$/;
const INDEXED =
  /^\s{0,40}(?:default|override|node|normal)[\w.[\]'":]{0,120}\[?['":]([\w-]{1,80})['"]\]\s{0,20}=\s{0,20}(\S.{0,1000})$/;
const NAME_LINE =
  /^\s{0,80}-?\s{0,4}["']?(?:name|key)["']?:\s{0,8}["']?([\w.-]{1,120})["']?,?\s{0,20}$/i;
const VALUE_LINE = /^\s{0,80}["']?value["']?:\s{0,8}(\S.{0,4000})$/i;
/** `{"name": "DB_PASSWORD", "value": "…"}` on one line. */
const PAIR =
  /["']name["']\s{0,4}[:=]\s{0,4}["']([\w.-]{1,120})["'],\s{0,8}["']value["']\s{0,4}[:=]\s{0,4}("[^"]{0,400}"|'[^']{0,400}')/gi;
/** Variables behind a host of an inventory: `db1 ansible_password=…`. */
const TRAILING =
  /\s([A-Za-z_][\w.-]{0,100})=("[^"]{0,400}"|'[^']{0,400}'|[^\s"']{1,400})/g;
const EXPORT =
  /\bexport\s{1,4}([A-Za-z_]\w{0,80})=("[^"]{0,400}"|'[^']{0,400}'|[^\s;&|]{1,400})/g;
const MAX_LINES = 20_000;

/**
 * Names and values of a text whose language has no tree: shell scripts, `.env`,
 * properties, templates, texts inside other files. Comments are passed over.
 */
export function readLines(
  text: string,
  path: string,
  firstLine = 1,
  style: LineStyle = 'settings',
): readonly Candidate[] {
  const found: Candidate[] = [];
  let name: string | undefined;
  const lines = text.split('\n', MAX_LINES);
  for (const [index, line] of lines.entries()) {
    const at = {
      path,
      startLine: firstLine + index,
      endLine: firstLine + index,
    };
    if (line.length > 5000 || /^\s*(#|\/\/|;|\*|\{\{-?\s*\/\*)/.test(line))
      continue;
    const value = VALUE_LINE.exec(line)?.[1];
    if (name !== undefined && value !== undefined)
      found.push({ ...at, name, value: unquote(value, style) });
    name = NAME_LINE.exec(line)?.[1];
    const [, key, given = ''] =
      ASSIGNMENT.exec(line) ?? INDEXED.exec(line) ?? [];
    if (key !== undefined) {
      const next = opensBlock(given) ? undefined : unquote(given, style);
      found.push({
        ...at,
        name: key,
        ...(next !== undefined && { value: next }),
      });
    }
    for (const [, paired = '', assigned = ''] of line.matchAll(PAIR))
      found.push({ ...at, name: paired, value: unquote(assigned, 'shell') });
    const inline = style === 'inventory' ? TRAILING : EXPORT;
    for (const [, exported = '', assigned = ''] of line.matchAll(inline)) {
      if (exported !== key)
        found.push({
          ...at,
          name: exported,
          value: unquote(assigned, 'shell'),
        });
    }
  }
  return found;
}

/** A block follows: what stands here is no value. */
function opensBlock(value: string): boolean {
  return /^[|>{[(&*!]/.test(value);
}

function unquote(text: string, style: LineStyle): string {
  const value = text.trim();
  const quoted = /^(["'])(.{0,4000}?)\1/.exec(value)?.[2];
  if (quoted !== undefined) return quoted;
  const plain = value.replace(/\s+#.*$/, '').replace(/[,;\\]\s*$/, '');
  return style === 'shell' ? plain.split(/[\s;&|)]/, 1)[0] ?? '' : plain.trim();
}
