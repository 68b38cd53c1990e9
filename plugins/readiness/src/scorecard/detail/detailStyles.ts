import { makeStyles } from '@material-ui/core/styles';
import { caption, monospace, plainList } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

/** Styles of an opened check. */
export const useDetailStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  const line = `1px solid ${palette.line}`;
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1.25fr) minmax(0, 1fr)',
      gap: '8px 32px',
      padding: '4px 20px 20px 78px',
      '& p': { margin: 0 },
      [theme.breakpoints.down('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        paddingLeft: 58,
      },
      [theme.breakpoints.down('sm')]: { padding: '4px 12px 16px 14px' },
    },
    bar: {
      position: 'absolute',
      left: 0,
      top: 0,
      bottom: 0,
      width: 3,
      backgroundColor: palette.strongLine,
    },
    fail: { backgroundColor: palette.fail },
    error: { backgroundColor: palette.error },
    attested: { backgroundColor: palette.attested },
    unknown: { backgroundColor: palette.unknown },
    pass: { backgroundColor: palette.pass },
    heading: {
      margin: '12px 0 4px',
      fontSize: 13,
      lineHeight: '18px',
      fontWeight: 700,
      '&:first-child': { marginTop: 4 },
    },
    aside: { fontWeight: 400, color: palette.secondary },
    secondary: { color: palette.secondary },
    caption: { ...caption, color: palette.secondary },
    actions: {
      gridColumn: '1 / -1',
      display: 'flex',
      flexWrap: 'wrap',
      gap: 8,
      paddingTop: 8,
    },
    frame: { border: line, borderRadius: 4, overflow: 'hidden' },
    finding: {
      border: line,
      borderRadius: 4,
      overflow: 'hidden',
      marginBottom: 12,
    },
    findingHead: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: '2px 8px',
      padding: '8px 12px',
    },
    subject: { ...monospace, fontWeight: 700, overflowWrap: 'anywhere' },
    aspect: {
      ...monospace,
      fontSize: 12,
      padding: '0 6px',
      borderRadius: 3,
      backgroundColor: palette.neutral,
    },
    pair: {
      display: 'grid',
      gridTemplateColumns: '74px minmax(0, 1fr)',
      gap: '2px 8px',
      margin: 0,
      padding: '0 12px 8px',
      '& dt': { color: palette.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    facts: {
      display: 'grid',
      gridTemplateColumns: '96px minmax(0, 1fr)',
      gap: '3px 12px',
      margin: 0,
      '& dt': { color: palette.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    source: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 8,
      padding: '6px 12px',
      borderTop: line,
      fontSize: 12,
      backgroundColor: palette.sunken,
      '& + pre': { borderTop: line },
    },
    quote: {
      '$root &': { margin: '4px 0 8px' },
      borderLeft: `3px solid ${palette.strongLine}`,
      padding: '2px 12px',
    },
    bullets: { margin: '4px 0', paddingLeft: 18 },
    references: {
      ...plainList,
      '& li': { display: 'inline' },
      '& li + li::before': { content: '" · "', color: palette.secondary },
    },
    snippetHead: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 8,
      padding: '4px 4px 4px 12px',
      borderBottom: line,
      fontSize: 12,
      backgroundColor: palette.sunken,
    },
    languages: { display: 'flex', flexWrap: 'wrap', gap: 12 },
    language: {
      border: 0,
      padding: '2px 0',
      background: 'none',
      font: 'inherit',
      color: palette.secondary,
      cursor: 'pointer',
      '&[aria-pressed="true"]': {
        color: theme.palette.text.primary,
        fontWeight: 700,
        boxShadow: `inset 0 -2px 0 ${theme.palette.primary.main}`,
      },
    },
  };
});
