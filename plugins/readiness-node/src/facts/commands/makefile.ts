/** A target of a Makefile or a recipe of a justfile. */
export interface Recipe {
  readonly name: string;
  readonly prerequisites: readonly string[];
  /** Lines of the recipe joined, and the line the first one stands on. */
  readonly script: string;
  readonly line: number;
}

/** Targets of a Makefile, in order; variables that are set plainly are put in. */
export function readMakefile(text: string): readonly Recipe[] {
  const lines = text.split(/\r?\n/);
  const variables = readVariables(lines);
  const recipes: Recipe[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const header =
      /^([A-Za-z0-9_%./$(){}-][^:=#\t]*?)\s*::?(?!=)\s*([^;#]*)(?:;(.*))?$/.exec(
        lines[index] ?? '',
      );
    if (!header) continue;
    const body: string[] = [];
    let next = index + 1;
    while (
      next < lines.length &&
      /^(\t| {2,}\S|\s*$|#)/.test(lines[next] ?? '')
    ) {
      if (/^\s*$/.test(lines[next] ?? '') && !/^\t/.test(lines[next + 1] ?? ''))
        break;
      body.push(cleanRecipeLine(lines[next] ?? ''));
      next += 1;
    }
    const script = (header[3] !== undefined ? [header[3], ...body] : body)
      .map(line => putIn(line, variables))
      .join('\n');
    const prerequisites = putIn(header[2] ?? '', variables)
      .split(/\s+/)
      .filter(word => word !== '' && word !== '|');
    for (const name of putIn(header[1] ?? '', variables).split(/\s+/)) {
      recipes.push({
        name,
        prerequisites,
        script,
        line: header[3] !== undefined ? index + 1 : index + 2,
      });
    }
    index = next - 1;
  }
  return recipes;
}

/** Recipes of a justfile. */
export function readJustfile(text: string): readonly Recipe[] {
  const lines = text.split(/\r?\n/);
  const recipes: Recipe[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const header =
      /^@?([a-zA-Z_][\w-]*)((?:\s+[*+$]?\w+(?:\s*=\s*\S+)?)*)\s*:(?!=)\s*([^#]*)/.exec(
        lines[index] ?? '',
      );
    if (!header) continue;
    const body: string[] = [];
    let next = index + 1;
    while (next < lines.length && /^(\s+\S|\s*$)/.test(lines[next] ?? '')) {
      body.push(cleanRecipeLine(lines[next] ?? ''));
      next += 1;
    }
    const prerequisites = (header[3] ?? '')
      .split(/\s+/)
      .map(word => word.replace(/[()&]/g, ''))
      .filter(word => word !== '');
    recipes.push({
      name: header[1] ?? '',
      prerequisites,
      script: body.join('\n'),
      line: index + 2,
    });
    index = next - 1;
  }
  return recipes;
}

/** `-cmd` ignores failure, `@cmd` is silent, `$$x` is the shell's `$x`. */
function cleanRecipeLine(line: string): string {
  const trimmed = line.replace(/^\t|^ +/, '');
  const [prefix = ''] = /^[@+-]*/.exec(trimmed) ?? [];
  const command = trimmed.slice(prefix.length).replaceAll('$$', '$');
  return prefix.includes('-') && command !== '' && !command.endsWith('\\')
    ? `${command} || true`
    : command;
}

function readVariables(lines: readonly string[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] =
      /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*[:?]?=\s*([^#]*?)\s*$/.exec(line) ??
      [];
    if (name !== undefined && value !== undefined && !variables.has(name))
      variables.set(name, value);
  }
  return variables;
}

function putIn(
  text: string,
  variables: ReadonlyMap<string, string>,
  depth = 0,
): string {
  const expanded = text.replace(
    /\$[({]([A-Za-z_]\w*)[)}]/g,
    (written, name: string) => {
      if (name === 'MAKE') return 'make';
      return variables.get(name) ?? written;
    },
  );
  return expanded !== text && depth < 4
    ? putIn(expanded, variables, depth + 1)
    : expanded;
}
