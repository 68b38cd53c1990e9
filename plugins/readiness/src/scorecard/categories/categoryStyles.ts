import { makeStyles } from '@material-ui/core/styles';
import { caption, focusRing, monospace, plainList } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

const WIDE =
  '28px 26px minmax(170px, 1.1fr) 70px 58px repeat(5, 58px) minmax(0, 2.1fr)';
const MEDIUM = '28px 26px minmax(150px, 1fr) 70px 52px repeat(5, 54px)';
const NARROW = '20px 20px minmax(0, 1fr) 62px';

/** Styles of the list of categories. */
export const useCategoryStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  const line = `1px solid ${palette.line}`;
  const row = {
    display: 'grid',
    gridTemplateColumns: WIDE,
    alignItems: 'center',
    gap: '0 6px',
    width: '100%',
    padding: '0 20px 0 12px',
    [theme.breakpoints.down('md')]: { gridTemplateColumns: MEDIUM },
  } as const;
  return {
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '8px 10px',
      padding: '0 20px 12px',
      [theme.breakpoints.down('sm')]: { padding: '0 12px 12px' },
    },
    space: {
      flex: 1,
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    chip: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      height: 32,
      padding: '0 12px',
      border: `1px solid ${palette.strongLine}`,
      borderRadius: 16,
      fontFamily: theme.typography.fontFamily,
      fontSize: 13,
      whiteSpace: 'nowrap',
      color: theme.palette.text.primary,
      '&:hover': { backgroundColor: palette.sunken },
      '&:focus-visible': focusRing(theme.palette.primary.main),
      '&[aria-pressed="true"]': {
        backgroundColor: palette.notice.background,
        color: palette.notice.text,
        borderColor: 'currentColor',
      },
    },
    head: {
      ...row,
      ...caption,
      color: palette.secondary,
      paddingBottom: 6,
      borderBottom: line,
      '& > *': { textAlign: 'right' },
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    left: { '$head > &': { textAlign: 'left' } },
    toGoHead: {
      '$head > &': { textAlign: 'left', paddingLeft: 14 },
      [theme.breakpoints.down('md')]: { display: 'none' },
    },
    heading: { margin: 0, fontSize: 14, fontWeight: 400 },
    row: {
      ...row,
      // Words for screen readers stay inside the row.
      position: 'relative',
      minHeight: 42,
      border: 0,
      borderBottom: line,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      textAlign: 'left',
      cursor: 'pointer',
      '&:hover, &[aria-expanded="true"]': { backgroundColor: palette.sunken },
      '&:focus-visible': {
        ...focusRing(theme.palette.primary.main),
        outlineOffset: -2,
      },
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: NARROW,
        gap: '2px 6px',
        padding: '8px 12px 8px 6px',
      },
    },
    position: {
      color: palette.secondary,
      textAlign: 'right',
      paddingRight: 4,
    },
    name: { fontWeight: 700 },
    badge: { justifySelf: 'end' },
    number: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: 5,
      whiteSpace: 'nowrap',
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    zero: { color: palette.secondary },
    toGo: {
      paddingLeft: 14,
      fontSize: 13,
      color: palette.secondary,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      '& b': { fontWeight: 500, color: theme.palette.text.primary },
      [theme.breakpoints.down('md')]: { display: 'none' },
    },
    mini: {
      display: 'none',
      [theme.breakpoints.down('sm')]: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: '2px 12px',
        gridColumn: '3 / -1',
        fontSize: 13,
      },
    },
    checks: { ...plainList, borderBottom: line },
    check: {
      position: 'relative',
      borderBottom: line,
      '&:last-child': { borderBottom: 0 },
    },
    checkRow: {
      position: 'relative',
      display: 'grid',
      gridTemplateColumns:
        '28px 126px minmax(200px, .8fr) minmax(0, 1.7fr) 104px',
      gap: '0 10px',
      alignItems: 'baseline',
      padding: '8px 20px 8px 40px',
      '&:hover': { backgroundColor: palette.sunken },
      [theme.breakpoints.down('md')]: {
        gridTemplateColumns: '28px 126px minmax(0, 1fr) minmax(0, 1.2fr) 104px',
        paddingLeft: 20,
      },
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: '20px minmax(0, 1fr)',
        gap: '2px 6px',
        padding: '10px 12px 10px 14px',
        '& > *': { gridColumn: 2 },
        '& > :first-child': { gridColumn: 1, gridRow: '1 / 5' },
      },
    },
    chevron: { color: palette.secondary, alignSelf: 'start', marginTop: 2 },
    checkHeading: { margin: 0, fontSize: 14, fontWeight: 400, minWidth: 0 },
    checkButton: {
      border: 0,
      padding: 0,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      fontWeight: 700,
      textAlign: 'left',
      cursor: 'pointer',
      // The whole row is the button; links in the message lie above it.
      '&::after': { content: '""', position: 'absolute', inset: 0 },
      '&:focus-visible': { outline: 'none' },
      '&:focus-visible::after': {
        ...focusRing(theme.palette.primary.main),
        outlineOffset: -2,
      },
    },
    checkId: {
      ...monospace,
      display: 'block',
      fontSize: 12,
      color: palette.secondary,
      overflowWrap: 'anywhere',
    },
    message: {
      overflowWrap: 'anywhere',
      '& a': { position: 'relative', zIndex: 1 },
    },
    meta: {
      display: 'flex',
      gap: 6,
      justifyContent: 'flex-end',
      [theme.breakpoints.down('sm')]: { justifyContent: 'flex-start' },
    },
    tag: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      height: 20,
      padding: '0 6px',
      borderRadius: 3,
      fontSize: 12,
      backgroundColor: palette.neutral,
      whiteSpace: 'nowrap',
      '&:last-child': { minWidth: 62 },
    },
    nothing: { padding: '16px 20px', margin: 0 },
  };
});
