import { makeStyles } from '@material-ui/core/styles';
import { caption, monospace } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

/** Styles of the *Waive…* dialog. */
export const useWaiveStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    paper: {
      fontFamily: theme.typography.fontFamily,
      fontSize: 14,
      lineHeight: '20px',
    },
    title: {
      margin: 0,
      padding: '18px 20px 8px',
      fontSize: 20,
      lineHeight: '26px',
      fontWeight: 700,
    },
    body: { padding: '0 20px 16px', overflowY: 'auto' },
    form: {
      display: 'grid',
      gridTemplateColumns: '1fr 1fr',
      gap: '14px 16px',
      margin: '14px 0',
      '& > *': { minWidth: 0 },
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    wide: {
      gridColumn: '1 / -1',
      border: 0,
      padding: 0,
      margin: 0,
    },
    secondary: { color: palette.secondary, margin: 0 },
    legend: { ...caption, padding: 0, color: palette.secondary },
    subject: { ...monospace, overflowWrap: 'anywhere' },
    frame: {
      border: `1px solid ${palette.line}`,
      borderRadius: 4,
      overflow: 'hidden',
    },
    verdict: { margin: '12px 0 0', minHeight: 40 },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      gap: 8,
      padding: '12px 20px',
      borderTop: `1px solid ${palette.line}`,
    },
  };
});
