import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { focusRing } from '../../theme/mixins';

const useStyles = makeStyles(theme => ({
  root: {
    border: 0,
    padding: 0,
    background: 'none',
    font: 'inherit',
    color: theme.palette.primary.main,
    cursor: 'pointer',
    textAlign: 'left',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': focusRing(theme.palette.primary.main),
  },
}));

/** A button inside a sentence or list, that looks like a link. */
export function TextButton(props: {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly className?: string;
}) {
  const classes = useStyles();
  const { children, onClick, className } = props;
  return (
    <button
      type="button"
      className={`${classes.root} ${className ?? ''}`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
