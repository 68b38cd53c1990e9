import { makeStyles } from '@material-ui/core/styles';
import { caption, monospace, plainList } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

/** Styles of the panel beside the grid. */
export const usePanelStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  const line = `1px solid ${palette.line}`;
  return {
    root: {
      fontFamily: theme.typography.fontFamily,
      fontSize: 14,
      lineHeight: '20px',
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.primary,
      '& p': { margin: 0 },
    },
    header: { display: 'flex', padding: '16px 20px 8px' },
    titles: { minWidth: 0, flex: 1 },
    context: { ...caption, color: palette.secondary },
    title: { margin: 0, fontSize: 18, lineHeight: '24px', fontWeight: 700 },
    close: {
      alignSelf: 'flex-start',
      marginRight: -10,
      color: palette.secondary,
    },
    numbers: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: '4px 10px',
      padding: '0 20px 8px',
    },
    caption: { ...caption, padding: '0 20px 12px', color: palette.secondary },
    list: plainList,
    entity: { borderTop: line, padding: '10px 20px' },
    entityHead: { display: 'flex', alignItems: 'center', gap: 8, minWidth: 0 },
    entityName: {
      minWidth: 0,
      margin: 0,
      fontSize: 14,
      fontWeight: 700,
      overflowWrap: 'anywhere',
    },
    tag: {
      padding: '0 6px',
      borderRadius: 3,
      fontSize: 12,
      backgroundColor: palette.neutral,
    },
    badge: { marginLeft: 'auto' },
    checks: { ...plainList, display: 'grid', gap: 6, marginTop: 6 },
    check: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      fontSize: 13,
      lineHeight: '18px',
    },
    mark: { marginTop: 1 },
    secondary: { color: palette.secondary },
    message: {
      ...monospace,
      display: '-webkit-box',
      WebkitLineClamp: 4,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      fontSize: 12,
      overflowWrap: 'anywhere',
    },
    evidence: { fontSize: 12, overflowWrap: 'anywhere' },
    rest: { display: 'block', margin: '6px 0 0 20px', fontSize: 12 },
    foot: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 8,
      padding: '8px 12px 8px 20px',
      borderTop: line,
      fontSize: 13,
      color: palette.secondary,
    },
    bones: { display: 'grid', gap: 10, padding: '4px 20px 20px' },
  };
});
