const VERB = /%%|%(\[\d+\])?([-+# 0]*)(\d+)?(?:\.(\d+))?([a-zA-Z])/g;

/** `format("%s-%03d", …)`; undefined for verbs nobody uses. */
export function formatText(
  pattern: string,
  parameters: readonly unknown[],
): string | undefined {
  let next = 0;
  let isKnown = true;
  const result = pattern.replace(
    VERB,
    (
      match,
      index?: string,
      flags?: string,
      width?: string,
      precision?: string,
      verb?: string,
    ) => {
      if (match === '%%') return '%';
      const position =
        index === undefined ? next : Number(index.slice(1, -1)) - 1;
      next = position + 1;
      const written = formatOne(
        verb ?? '',
        parameters[position],
        precision,
        flags ?? '',
      );
      if (written === undefined || position >= parameters.length)
        isKnown = false;
      return pad(written ?? '', flags ?? '', Number(width ?? 0), verb ?? '');
    },
  );
  return isKnown ? result : undefined;
}

function formatOne(
  verb: string,
  value: unknown,
  precision: string | undefined,
  flags: string,
): string | undefined {
  switch (verb) {
    case 's':
      return typeof value === 'object' ? undefined : String(value);
    case 'v':
      return typeof value === 'object' && value !== null
        ? JSON.stringify(value)
        : String(value);
    case 'q':
      return JSON.stringify(String(value));
    case 'd':
      return Number.isFinite(Number(value))
        ? sign(Math.trunc(Number(value)).toString(), flags)
        : undefined;
    case 'f':
      return Number.isFinite(Number(value))
        ? sign(Number(value).toFixed(Number(precision ?? 6)), flags)
        : undefined;
    case 't':
      return String(value);
    case 'x':
      return Number.isFinite(Number(value))
        ? Number(value).toString(16)
        : undefined;
    case 'X':
      return Number.isFinite(Number(value))
        ? Number(value).toString(16).toUpperCase()
        : undefined;
    default:
      return undefined;
  }
}

function sign(digits: string, flags: string): string {
  return flags.includes('+') && !digits.startsWith('-') ? `+${digits}` : digits;
}

function pad(text: string, flags: string, width: number, verb: string): string {
  const bounded = Math.min(width, 1_000);
  if (flags.includes('-')) return text.padEnd(bounded);
  const fill = flags.includes('0') && verb !== 's' ? '0' : ' ';
  return text.padStart(bounded, fill);
}
