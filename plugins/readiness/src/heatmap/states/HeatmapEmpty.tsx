import { useEffect, useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ReadinessStatus,
  ScorecardFilter,
} from 'backstage-plugin-readiness-common';
import { readinessApiRef } from '../../api';
import { ActionButton } from '../../components/controls/ActionButton';
import { useTranslation } from '../../translation/useTranslation';
import { listFilters } from '../build/parameters';
import { formatValue, getFilterLabel } from '../controls/FilterFields';

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: theme.typography.fontFamily,
    padding: '28px 32px 32px',
    fontSize: 14,
    lineHeight: '20px',
    [theme.breakpoints.down('sm')]: { padding: '20px 12px' },
  },
  title: {
    margin: '0 0 8px',
    fontSize: 20,
    lineHeight: '26px',
    fontWeight: 700,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 },
}));

const POLL = 5_000;

/** Nothing is evaluated yet; how far the queue is, and it fills by itself. */
export function HeatmapEmpty(props: { readonly onRefresh: () => void }) {
  const { onRefresh } = props;
  const api = useApi(readinessApiRef);
  const classes = useStyles();
  const t = useTranslation();
  const [status, setStatus] = useState<ReadinessStatus>();
  useEffect(() => {
    let isCurrent = true;
    const ask = () =>
      api.getStatus().then(
        answer => isCurrent && setStatus(answer),
        // The status only adds words; the page says the rest without it.
        () => {},
      );
    ask();
    const timer = setInterval(() => {
      ask();
      onRefresh();
    }, POLL);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
    // Asking again begins with the page, not with each of its renders.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api]);
  const hasTargets = status?.hasCatalogBeenRead && status.targets.total > 0;
  return (
    <Paper className={classes.root}>
      <h2 className={classes.title}>{t('emptyHeatmap.title')}</h2>
      <p>
        {hasTargets
          ? t('emptyHeatmap.targets', {
              total: status.targets.total,
              evaluated: status.targets.evaluated,
            })
          : t('emptyHeatmap.reading')}
      </p>
    </Paper>
  );
}

/** The filters let nothing through; which they are, and how to lift them. */
export function HeatmapFilteredOut(props: {
  readonly filter: ScorecardFilter;
  readonly onChange: (filter: ScorecardFilter) => void;
}) {
  const { filter, onChange } = props;
  const classes = useStyles();
  const t = useTranslation();
  const set = listFilters.filter(name => (filter[name]?.length ?? 0) > 0);
  return (
    <Paper className={classes.root}>
      <h2 className={classes.title}>{t('emptyHeatmap.filtersTitle')}</h2>
      <p>
        {set
          .map(name =>
            t('emptyHeatmap.filterIs', {
              filter: getFilterLabel(name, t),
              values: (filter[name] ?? []).map(formatValue).join(', '),
            }),
          )
          .join(' · ')}
      </p>
      <div className={classes.actions}>
        {set.map(name => (
          <ActionButton
            key={name}
            onClick={() => onChange({ ...filter, [name]: [] })}
          >
            {t('emptyHeatmap.remove', { filter: getFilterLabel(name, t) })}
          </ActionButton>
        ))}
        <ActionButton variant="text" onClick={() => onChange({})}>
          {t('emptyHeatmap.clearAll')}
        </ActionButton>
      </div>
    </Paper>
  );
}
