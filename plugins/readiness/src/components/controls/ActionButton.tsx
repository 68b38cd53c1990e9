import type { MouseEvent, ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { focusRing } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { Icon } from '../Icon';
import type { IconName } from '../iconPaths';

const useStyles = makeStyles(theme => ({
  root: {
    textTransform: 'none',
    fontWeight: 500,
    fontSize: 13,
    lineHeight: '20px',
    letterSpacing: 0,
    padding: '4px 10px',
    whiteSpace: 'nowrap',
    '&:focus-visible': focusRing(theme.palette.primary.main),
  },
  outlined: { borderColor: getReadinessPalette(theme).strongLine },
  icon: { display: 'inline-flex', marginRight: 6 },
}));

/** A button of the size that fits cards and panels. */
export function ActionButton(props: {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly variant?: 'text' | 'outlined' | 'contained';
  readonly href?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void;
}) {
  const { children, icon, variant = 'outlined', href, ...rest } = props;
  const classes = useStyles();
  const link =
    href === undefined ? {} : { href, target: '_blank', rel: 'noopener' };
  return (
    <Button
      size="small"
      disableElevation
      color={variant === 'outlined' ? 'default' : 'primary'}
      variant={variant}
      classes={{ root: classes.root, outlined: classes.outlined }}
      {...link}
      {...rest}
    >
      {icon && (
        <span className={classes.icon}>
          <Icon name={icon} />
        </span>
      )}
      {children}
    </Button>
  );
}
