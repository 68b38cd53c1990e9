import type { Theme } from '@material-ui/core/styles';

/** A filled surface and the text on it. */
export interface Fill {
  readonly background: string;
  readonly text: string;
}

/** Colours of Readiness; every text colour has ≥ 4.5:1 on paper, page and sunken. */
export interface ReadinessPalette {
  readonly sunken: string;
  readonly secondary: string;
  readonly line: string;
  /** Borders of controls, ≥ 3:1. */
  readonly strongLine: string;
  readonly neutral: string;
  readonly skeleton: string;
  readonly pass: string;
  readonly fail: string;
  readonly waived: string;
  readonly attested: string;
  readonly unknown: string;
  readonly notApplicable: string;
  readonly error: string;
  /** From 0–39 to 95–100. */
  readonly heat: readonly [Fill, Fill, Fill, Fill, Fill];
  readonly decidingLine: string;
  readonly added: string;
  readonly notice: Fill;
  readonly warning: Fill;
  readonly tooltip: Fill;
  readonly tooltipSecondary: string;
}

const INK = '#1F1F1F';
const DARK_INK = '#141414';
const WHITE = '#FFFFFF';

const light: ReadinessPalette = {
  sunken: '#F5F6F7',
  secondary: '#5F5F5F',
  line: '#E0E0E0',
  strongLine: '#8A8A8A',
  neutral: '#EFEFEF',
  skeleton: '#E4E4E4',
  pass: '#0B6B7A',
  fail: '#B23A0E',
  waived: '#5A5A5A',
  attested: '#3D5A98',
  unknown: '#6B4E00',
  notApplicable: '#6A6A6A',
  error: '#8C1D40',
  heat: [
    { background: '#A04318', text: WHITE },
    { background: '#E08E53', text: INK },
    { background: '#F0C38F', text: INK },
    { background: '#F5E4C9', text: INK },
    { background: '#E8F5F7', text: INK },
  ],
  decidingLine: '#FFF4C2',
  added: '#E3F3F5',
  notice: { background: '#EBF5FF', text: '#004E8A' },
  warning: { background: '#FFF4E0', text: '#663C00' },
  tooltip: { background: '#2B2B2B', text: WHITE },
  tooltipSecondary: '#D0D0D0',
};

const dark: ReadinessPalette = {
  sunken: '#383838',
  secondary: '#CCCCCC',
  line: '#5A5A5A',
  strongLine: '#A8A8A8',
  neutral: '#525252',
  skeleton: '#5A5A5A',
  pass: '#7FD0DC',
  fail: '#FFB48A',
  waived: '#D6D6D6',
  attested: '#B9CBFF',
  unknown: '#F0D48A',
  notApplicable: '#C4C4C4',
  error: '#FFABC0',
  heat: [
    { background: '#FCC682', text: DARK_INK },
    { background: '#D69253', text: DARK_INK },
    { background: '#A97A4E', text: DARK_INK },
    { background: '#735941', text: WHITE },
    { background: '#415256', text: WHITE },
  ],
  decidingLine: '#5C5534',
  added: '#35525A',
  notice: { background: '#34485E', text: '#D6E9FF' },
  warning: { background: '#57482C', text: '#FFE2AE' },
  tooltip: { background: '#1B1B1B', text: WHITE },
  tooltipSecondary: '#D0D0D0',
};

/** The colours for the theme's type. */
export function getReadinessPalette(theme: Theme): ReadinessPalette {
  return theme.palette.type === 'dark' ? dark : light;
}
