import { makeStyles } from '@material-ui/core/styles';
import { caption } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

/** The boxes of the summary; bones use the same ones, so nothing moves. */
export const useSummaryStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  const line = `1px solid ${palette.line}`;
  return {
    root: {
      display: 'grid',
      gridTemplateColumns:
        'minmax(250px, 1.15fr) 158px minmax(236px, 1fr) minmax(200px, 1.2fr) minmax(184px, .9fr)',
      minHeight: 204,
      fontVariantNumeric: 'tabular-nums',
      [theme.breakpoints.down('md')]: {
        gridTemplateColumns: 'minmax(250px, 1.2fr) 158px minmax(0, 1fr)',
      },
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: '128px minmax(0, 1fr)',
        minHeight: 0,
      },
    },
    section: {
      minWidth: 0,
      padding: '18px 20px',
      borderLeft: line,
      '&:first-child': { borderLeft: 0 },
      [theme.breakpoints.down('md')]: {
        '&:nth-child(n+4)': { borderTop: line },
        '&:nth-child(4)': { borderLeft: 0, gridColumn: '1 / 3' },
      },
      [theme.breakpoints.down('sm')]: {
        padding: 12,
        borderTop: line,
        borderLeft: 0,
        gridColumn: '1 / -1',
        '&:first-child': { borderTop: 0 },
        '&:nth-child(2)': { gridColumn: 1 },
        '&:nth-child(3)': { gridColumn: 2, borderLeft: line },
        '&:nth-child(4)': { gridColumn: '1 / -1' },
      },
    },
    label: {
      ...caption,
      margin: 0,
      fontWeight: 400,
      color: palette.secondary,
      display: 'flex',
      gap: 4,
      alignItems: 'center',
    },
    note: { ...caption, margin: 0, color: palette.secondary },
  };
});
