import { useId, type ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { getReadinessPalette } from '../theme/readinessPalette';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  header: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    gap: '4px 12px',
    padding: '16px 20px 12px',
    [theme.breakpoints.down('sm')]: { padding: '14px 12px 10px' },
  },
  title: { margin: 0, fontSize: 20, lineHeight: '24px', fontWeight: 700 },
  lead: { color: getReadinessPalette(theme).secondary, margin: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    marginLeft: 'auto',
    [theme.breakpoints.down('sm')]: { marginLeft: -8, width: '100%' },
  },
}));

/** A card with a heading, a sentence and actions. */
export function Card(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, lead, actions, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <Paper component="section" className={classes.root} aria-labelledby={id}>
      <header className={classes.header}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {lead && <p className={classes.lead}>{lead}</p>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </Paper>
  );
}
