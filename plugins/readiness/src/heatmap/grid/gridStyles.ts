import { makeStyles } from '@material-ui/core/styles';
import { caption, focusRing, hatch, visuallyHidden } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

/** Heights that the virtual list counts with. */
export const ROW_HEIGHT = 35;
export const NARROW_ROW_HEIGHT = 70;

const COLUMNS = 'minmax(176px, 5fr) 68px 46px repeat(15, minmax(30px, 2.2fr))';
const NARROW_COLUMNS = 'repeat(15, minmax(0, 1fr))';

/** Styles of the grid. */
export const useGridStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  const paper = theme.palette.background.paper;
  const focus = focusRing(theme.palette.primary.main, 3);
  return {
    scroller: {
      position: 'relative',
      overflowX: 'hidden',
      overflowY: 'auto',
      maxHeight: 'max(480px, calc(100vh - 96px))',
      fontSize: 13,
      fontVariantNumeric: 'tabular-nums',
    },
    sticky: {
      position: 'sticky',
      top: 0,
      zIndex: 4,
      backgroundColor: paper,
      paddingBottom: 4,
    },
    row: {
      display: 'grid',
      gridTemplateColumns: COLUMNS,
      gap: 1,
      padding: '0 14px 1px 8px',
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: NARROW_COLUMNS,
        padding: '0 6px 6px',
      },
    },
    placed: { position: 'absolute', left: 0, right: 0, top: 0 },
    head: {
      height: 122,
      alignItems: 'end',
      [theme.breakpoints.down('sm')]: {
        height: 132,
        borderBottom: `1px solid ${palette.line}`,
        marginBottom: 4,
      },
    },
    caption: {
      ...caption,
      position: 'absolute',
      left: 18,
      top: 16,
      width: 160,
      color: palette.secondary,
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    leadHead: {
      ...caption,
      lineHeight: '14px',
      color: palette.secondary,
      textAlign: 'right',
      padding: '0 6px 6px 0',
      [theme.breakpoints.down('sm')]: visuallyHidden,
    },
    titleHead: { '&$leadHead': { textAlign: 'left', paddingLeft: 10 } },
    columnHead: { position: 'relative', height: '100%' },
    sortButton: {
      border: 0,
      padding: '1px 3px',
      background: 'none',
      font: 'inherit',
      color: 'inherit',
      cursor: 'pointer',
      whiteSpace: 'nowrap',
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': focusRing(theme.palette.primary.main),
    },
    slanted: {
      position: 'absolute',
      left: '50%',
      bottom: 6,
      lineHeight: '16px',
      color: theme.palette.text.primary,
      transformOrigin: '0 100%',
      transform: 'rotate(-45deg) translate(2px, 2px)',
      [theme.breakpoints.down('sm')]: {
        bottom: 4,
        padding: 0,
        fontSize: 12.5,
        transformOrigin: '50% 50%',
        transform: 'translateX(-50%) rotate(180deg)',
        writingMode: 'vertical-rl',
      },
    },
    sorted: { fontWeight: 700 },
    arrow: { marginLeft: 2, verticalAlign: -1 },
    title: {
      display: 'flex',
      alignItems: 'center',
      minWidth: 0,
      height: 34,
      whiteSpace: 'nowrap',
      [theme.breakpoints.down('sm')]: { gridColumn: '1 / span 9', height: 28 },
      '&:focus-visible': { ...focus, outlineOffset: -3 },
    },
    name: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      '& a:focus-visible': { ...focus, outlineOffset: -3 },
    },
    strong: { fontWeight: 700 },
    toggle: {
      display: 'inline-flex',
      flex: 'none',
      width: 20,
      color: palette.secondary,
    },
    expandable: { cursor: 'pointer' },
    count: { marginLeft: 5, fontSize: 12, color: palette.secondary },
    lead: {
      height: 34,
      lineHeight: '34px',
      paddingRight: 6,
      textAlign: 'right',
      whiteSpace: 'nowrap',
      '&:focus-visible': { ...focus, outlineOffset: -3 },
      [theme.breakpoints.down('sm')]: { height: 28, lineHeight: '28px' },
    },
    bar: { [theme.breakpoints.down('sm')]: { gridColumn: '10 / span 4' } },
    score: {
      fontWeight: 700,
      [theme.breakpoints.down('sm')]: { gridColumn: '14 / span 2' },
    },
    secondary: { color: palette.secondary },
    cell: {
      position: 'relative',
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      gap: 3,
      height: 34,
      borderRadius: 2,
      cursor: 'pointer',
      '&:hover': { boxShadow: `inset 0 0 0 2px ${theme.palette.text.primary}` },
      '&:focus-visible': { ...focus, outlineOffset: 1, zIndex: 3 },
      [theme.breakpoints.down('sm')]: {
        flexDirection: 'column',
        gap: 1,
        height: 36,
        fontSize: 12,
        lineHeight: '13px',
      },
    },
    summary: {
      '& $cell, & $lead, & $title': { fontWeight: 700 },
      [theme.breakpoints.up('md')]: {
        '& $cell, & $lead, & $title': { height: 38, lineHeight: '38px' },
      },
    },
    selected: {
      zIndex: 1,
      '&, &:hover': {
        boxShadow: `inset 0 0 0 2px ${paper}, 0 0 0 2px ${theme.palette.text.primary}`,
      },
    },
    undecided: { boxShadow: `inset 0 0 0 1px ${palette.strongLine}` },
    empty: { color: palette.notApplicable },
    strip: {
      ...hatch,
      position: 'absolute',
      right: 0,
      bottom: 0,
      height: 6,
      borderTop: '1px solid currentColor',
      borderLeft: '1px solid currentColor',
    },
    note: {
      gridColumn: '1 / -1',
      display: 'flex',
      alignItems: 'center',
      height: 34,
      color: palette.secondary,
    },
    hidden: visuallyHidden,
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '6px 16px',
      margin: 0,
      padding: '12px 16px',
      listStyle: 'none',
      fontSize: 12,
      lineHeight: '18px',
      color: palette.secondary,
      '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
    },
    key: {
      position: 'relative',
      display: 'inline-grid',
      placeItems: 'center',
      width: 28,
      height: 18,
      borderRadius: 2,
    },
    framed: {
      color: theme.palette.text.primary,
      boxShadow: `inset 0 0 0 1px ${palette.strongLine}`,
    },
  };
});
