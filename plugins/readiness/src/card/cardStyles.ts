import { makeStyles } from '@material-ui/core/styles';
import { caption, plainList } from '../theme/mixins';
import { getReadinessPalette } from '../theme/readinessPalette';

/** Styles of the entity card. */
export const useCardStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    root: {
      fontFamily: theme.typography.fontFamily,
      fontVariantNumeric: 'tabular-nums',
      fontSize: 14,
      lineHeight: '20px',
    },
    header: {
      display: 'flex',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: 12,
      padding: '16px 20px 12px',
    },
    title: { margin: 0, fontSize: 20, lineHeight: '24px', fontWeight: 700 },
    age: { ...caption, color: palette.secondary },
    body: {
      display: 'grid',
      gap: 12,
      padding: '4px 20px 14px',
      '& p': { margin: 0 },
    },
    verdict: {
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      fontSize: 20,
      lineHeight: '26px',
      fontWeight: 700,
    },
    numbers: { display: 'flex', alignItems: 'flex-end', gap: 20 },
    number: { display: 'flex', flexDirection: 'column', flex: 'none' },
    value: { fontSize: 28, lineHeight: '32px', fontWeight: 700 },
    quiet: { fontWeight: 400, color: palette.secondary },
    name: { fontSize: 12, color: palette.secondary },
    spark: { flex: 1, minWidth: 40, height: 34, overflow: 'visible' },
    sparkLine: { stroke: palette.pass, strokeWidth: 2, fill: 'none' },
    label: { ...caption, color: palette.secondary },
    list: { ...plainList, display: 'grid', gap: 6 },
    item: { display: 'flex', alignItems: 'center', gap: 8, minWidth: 0 },
    itemName: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    effort: {
      marginLeft: 'auto',
      fontSize: 12,
      color: palette.secondary,
      whiteSpace: 'nowrap',
    },
    badge: { marginLeft: 'auto' },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '4px 16px',
      padding: '10px 20px',
      borderTop: `1px solid ${palette.line}`,
      fontSize: 13,
    },
    secondary: { color: palette.secondary },
    expiring: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      color: palette.unknown,
    },
  };
});
