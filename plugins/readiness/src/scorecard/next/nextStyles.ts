import { makeStyles } from '@material-ui/core/styles';
import { caption, plainList } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

const COLUMNS = '44px minmax(200px, 27fr) minmax(0, 42fr) 116px 84px 58px 96px';

/** Styles of *What to do next*. */
export const useNextStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  const line = `1px solid ${palette.line}`;
  return {
    head: {
      ...caption,
      display: 'grid',
      gridTemplateColumns: COLUMNS,
      color: palette.secondary,
      paddingBottom: 6,
      borderBottom: line,
      '& > *': { padding: '0 12px' },
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    list: plainList,
    step: {
      display: 'grid',
      gridTemplateColumns: COLUMNS,
      padding: '9px 0',
      borderBottom: line,
      '&:hover': { backgroundColor: palette.sunken },
      '& > *': { padding: '0 12px', minWidth: 0 },
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: '24px minmax(0, 1fr)',
        padding: '10px 12px',
        '& > *': { padding: 0, gridColumn: 2 },
        '& > :first-child': { gridColumn: 1, gridRow: '1 / 5' },
      },
    },
    position: {
      color: palette.secondary,
      '$step > &': {
        paddingLeft: 20,
        [theme.breakpoints.down('sm')]: { paddingLeft: 0 },
      },
    },
    title: { fontWeight: 700, display: 'block' },
    advice: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      fontSize: 13,
      lineHeight: '18px',
    },
    caption: { ...caption, color: palette.secondary },
    because: { overflowWrap: 'anywhere' },
    evidence: { ...caption, display: 'block' },
    number: {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    reaches: {
      whiteSpace: 'nowrap',
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    narrowFacts: {
      display: 'none',
      fontSize: 13,
      color: palette.secondary,
      [theme.breakpoints.down('sm')]: { display: 'block' },
    },
    tag: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      height: 20,
      padding: '0 6px',
      borderRadius: 3,
      fontSize: 12,
      boxShadow: `inset 0 0 0 1px ${palette.strongLine}`,
    },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '4px 16px',
      padding: '10px 20px',
      borderTop: line,
      fontSize: 13,
      lineHeight: '20px',
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('sm')]: { padding: '10px 12px' },
      '$list + &': { borderTop: 0 },
    },
    footMark: { verticalAlign: -3, marginRight: 6 },
    nothing: { padding: '0 20px 16px', margin: 0 },
  };
});
