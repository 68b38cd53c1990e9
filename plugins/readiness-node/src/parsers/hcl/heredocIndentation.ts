import type { HclTemplatePart } from './syntax';

/**
 * Takes the indentation that all lines share away, as `<<-` asks for. Only
 * text at the start of a line counts; directives keep their own text.
 */
export function stripIndentation(
  parts: readonly HclTemplatePart[],
): readonly HclTemplatePart[] {
  const shared = sharedIndentation(parts);
  if (shared === 0) return parts;
  const pattern = new RegExp(`^[ \\t]{1,${shared}}`, 'gm');
  const laterLines = new RegExp(`(\\n)[ \\t]{1,${shared}}`, 'g');
  return parts.map((part, index) => {
    if (part.kind !== 'text') return part;
    const value =
      index === 0
        ? part.value.replace(pattern, '')
        : part.value.replace(laterLines, '$1');
    return { kind: 'text', value };
  });
}

function sharedIndentation(parts: readonly HclTemplatePart[]): number {
  let shared = Number.POSITIVE_INFINITY;
  parts.forEach((part, index) => {
    if (part.kind !== 'text') {
      if (index === 0) shared = 0;
      return;
    }
    const lines = part.value.split('\n');
    lines.forEach((line, position) => {
      const isLineStart = position > 0 || index === 0;
      const isLastOfAll =
        position === lines.length - 1 && index === parts.length - 1;
      const isBlank =
        line.trim() === '' && (position < lines.length - 1 || isLastOfAll);
      if (isLineStart && !isBlank)
        shared = Math.min(shared, line.length - line.trimStart().length);
    });
  });
  return Number.isFinite(shared) ? shared : 0;
}
