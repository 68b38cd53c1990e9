/** One line of a requirements file. */
export interface Requirement {
  readonly name: string;
  /** Specifier as written: `==1.2`, `>=1,<2`, `@ https://…`. */
  readonly version?: string;
}

const REQUIREMENT = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(.*)$/;

/** A PEP 508 requirement; nothing for options and comments. */
export function readRequirement(text: string): Requirement | undefined {
  const plain = text
    .replace(/(^|\s)#.*$/, '')
    .replace(/\s--hash=\S+/g, '')
    .replace(/;.*$/, '')
    .replace(/[\\\s]+$/, '')
    .trim();
  const [, name, version] = REQUIREMENT.exec(plain) ?? [];
  if (name === undefined) return undefined;
  const specifier = (version ?? '').replace(/[()]/g, '').trim();
  return { name, ...(specifier !== '' && { version: specifier }) };
}

/** Whether a specifier allows one version only. */
export function isFixedRequirement(version: string): boolean {
  const plain = version.trim();
  if (/^@\s*(git\+|https?:|file:)/.test(plain)) {
    return /@[0-9a-f]{7,40}\b|#sha256=|\.(whl|tar\.gz|zip)(#|$)|@v?\d/.test(
      plain,
    );
  }
  return /^={2,3}\s*[^*,]+$/.test(plain) || /^\d+(\.\d+)+$/.test(plain);
}

/** All requirements of a file, and whether every one carries a hash. */
export function readRequirements(text: string): {
  readonly requirements: readonly (Requirement & { readonly line: number })[];
  readonly isHashed: boolean;
  /** Files named by `-r`, relative to this one. */
  readonly includes: readonly string[];
} {
  const requirements: (Requirement & { line: number })[] = [];
  const includes: string[] = [];
  let hashed = 0;
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1;
    let logical = lines[index] ?? '';
    while (/\\\s*$/.test(logical) && index + 1 < lines.length) {
      index += 1;
      logical = `${logical.replace(/\\\s*$/, ' ')}${lines[index] ?? ''}`;
    }
    const included = /^\s*(?:-r|--requirement)[ =]\s*(\S+)/.exec(logical)?.[1];
    if (included !== undefined) includes.push(included);
    if (/^\s*(-|#|$)/.test(logical)) continue;
    const requirement = readRequirement(logical);
    if (requirement === undefined) continue;
    requirements.push({ ...requirement, line });
    if (logical.includes('--hash=')) hashed += 1;
  }
  return {
    requirements,
    isHashed: requirements.length > 0 && hashed === requirements.length,
    includes,
  };
}
