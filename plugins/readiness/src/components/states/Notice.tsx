import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { Icon } from '../Icon';
import type { IconName } from '../iconPaths';

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    root: {
      fontFamily: theme.typography.fontFamily,
      display: 'flex',
      alignItems: 'flex-start',
      gap: 12,
      padding: '10px 16px',
      borderRadius: 4,
      fontSize: 14,
      lineHeight: '20px',
      overflowWrap: 'anywhere',
      '& p': { flex: 1, margin: 0 },
      '& a, & button': { color: 'inherit', textDecoration: 'underline' },
      '& svg': { marginTop: 2 },
    },
    info: {
      backgroundColor: palette.notice.background,
      color: palette.notice.text,
    },
    warning: {
      backgroundColor: palette.warning.background,
      color: palette.warning.text,
    },
  };
});

/** A strip above the content that says what limits it, with the way out. */
export function Notice(props: {
  readonly kind: 'info' | 'warning';
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  const { kind, icon, title, children, action } = props;
  const classes = useStyles();
  return (
    <div className={classNames(classes.root, classes[kind])}>
      <Icon name={icon} />
      <p>
        <b>{title}</b> {children}
      </p>
      {action}
    </div>
  );
}
