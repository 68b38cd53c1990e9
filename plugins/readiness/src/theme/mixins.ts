import type { CSSProperties } from '@material-ui/core/styles/withStyles';

/** Monospaced text: subjects, settings, paths, ids. */
export const monospace: CSSProperties = {
  fontFamily:
    'ui-monospace, "Roboto Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSize: 12.5,
};

/** Small print: 12/16. */
export const caption: CSSProperties = { fontSize: 12, lineHeight: '16px' };

/** Read out, not shown. */
export const visuallyHidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** A list without marks, margins and padding. */
export const plainList: CSSProperties = {
  listStyle: 'none',
  margin: 0,
  padding: 0,
};

/** Diagonal lines that stand for "waived". */
export const hatch: CSSProperties = {
  backgroundImage:
    'repeating-linear-gradient(135deg, currentColor 0 1.5px, transparent 1.5px 4px)',
};

/** The ring of whatever has the keyboard's focus. */
export function focusRing(color: string, width = 2): CSSProperties {
  return { outline: `${width}px solid ${color}`, outlineOffset: width - 1 };
}
