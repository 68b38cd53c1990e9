import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { HeatmapResponse } from 'backstage-plugin-readiness-common';
import { formatPercent, formatScore } from '../format/formatScore';
import { formatDuration } from '../format/formatTime';
import { caption } from '../theme/mixins';
import { getReadinessPalette } from '../theme/readinessPalette';
import { useTranslation } from '../translation/useTranslation';

/** Styles of the summary; bones use them too. */
export const useKpiStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  const line = `1px solid ${palette.line}`;
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: '1.5fr 1fr 1fr 1fr 1.2fr',
      fontVariantNumeric: 'tabular-nums',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr 1fr' },
    },
    item: {
      minWidth: 0,
      margin: 0,
      padding: '14px 20px',
      borderLeft: line,
      '&:first-child': { border: 0 },
      [theme.breakpoints.down('sm')]: {
        padding: '10px 12px',
        borderLeft: 0,
        borderTop: line,
        '&:first-child': { gridColumn: '1 / -1' },
      },
    },
    name: { ...caption, color: palette.secondary },
    value: {
      margin: 0,
      fontSize: 24,
      lineHeight: '30px',
      fontWeight: 700,
      '& small': { fontSize: 14, fontWeight: 400, color: palette.secondary },
    },
    note: { ...caption, margin: 0, color: palette.secondary },
  };
});

/** The organisation in five numbers: bar, score, coverage, waivers, freshness. */
export function KpiCard(props: {
  readonly heatmap: HeatmapResponse;
  readonly now: number;
}) {
  const { summary, freshness, waivers } = props.heatmap;
  const classes = useKpiStyles();
  const t = useTranslation();
  const withoutBar = summary.entities - summary.withBar;
  const age = freshness.oldestEvaluatedAt
    ? formatDuration(props.now - Date.parse(freshness.oldestEvaluatedAt), t)
    : '–';
  return (
    <Paper component="section" aria-label={t('kpi.label')}>
      <dl className={classes.root} style={{ margin: 0 }}>
        <Kpi
          name={t('kpi.bar')}
          value={summary.meetsBar}
          aside={t('kpi.ofEntities', {
            count: summary.withBar,
            percent: formatPercent(
              summary.withBar === 0
                ? undefined
                : summary.meetsBar / summary.withBar,
            ),
          })}
          note={
            withoutBar > 0
              ? t('kpi.withoutBar', { count: withoutBar })
              : t('kpi.allHaveBar')
          }
        />
        <Kpi
          name={t('kpi.score')}
          value={formatScore(summary.score)}
          note={t('kpi.strict', { score: formatScore(summary.strictScore) })}
        />
        <Kpi
          name={t('kpi.coverage')}
          value={formatPercent(summary.coverage)}
          note={t('kpi.ofWeight')}
        />
        <Kpi
          name={t('kpi.waivers')}
          value={waivers.active}
          note={
            waivers.expiringWithin30Days > 0
              ? t('kpi.expire', { count: waivers.expiringWithin30Days })
              : t('kpi.noneExpire')
          }
        />
        <Kpi
          name={t('kpi.freshness')}
          value={freshness.upToDate}
          aside={t('kpi.upToDate', {
            count: freshness.upToDate + freshness.stale,
          })}
          note={
            freshness.stale > 0
              ? t('kpi.stale', { count: freshness.stale, age })
              : t('kpi.oldest', { age })
          }
        />
      </dl>
    </Paper>
  );
}

function Kpi(props: {
  readonly name: string;
  readonly value: string | number;
  readonly aside?: string;
  readonly note: string;
}) {
  const { name, value, aside, note } = props;
  const classes = useKpiStyles();
  return (
    <div className={classes.item}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>
        {value} {aside && <small>{aside}</small>}
      </dd>
      <dd className={classes.note}>{note}</dd>
    </div>
  );
}
