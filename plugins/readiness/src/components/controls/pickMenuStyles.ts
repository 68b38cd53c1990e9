import { makeStyles } from '@material-ui/core/styles';
import { focusRing } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

/** Styles of {@link PickMenu}. */
export const usePickMenuStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  const button = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    height: 36,
    padding: '0 8px 0 12px',
    border: `1px solid ${palette.strongLine}`,
    borderRadius: 4,
    backgroundColor: theme.palette.background.paper,
    color: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: 14,
    whiteSpace: 'nowrap',
    maxWidth: '100%',
    '&:hover': { backgroundColor: palette.sunken },
    '&:focus-visible': focusRing(theme.palette.primary.main),
  } as const;
  return {
    button,
    active: {
      ...button,
      borderColor: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
    },
    label: { color: palette.secondary },
    value: { overflow: 'hidden', textOverflow: 'ellipsis' },
    arrow: { color: palette.secondary, marginLeft: 2 },
    checkbox: { padding: '0 8px 0 0' },
    search: {
      padding: '4px 16px 8px',
      borderBottom: `1px solid ${palette.line}`,
    },
  };
});
