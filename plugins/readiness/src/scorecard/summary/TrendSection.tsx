import { makeStyles } from '@material-ui/core/styles';
import type { TrendPoint } from 'backstage-plugin-readiness-common';
import { formatScore } from '../../format/formatScore';
import { formatShortDay } from '../../format/formatTime';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { useTranslation } from '../../translation/useTranslation';
import { buildTrend, type ChartBox, type Trend } from '../build/buildTrend';
import { useSummaryStyles } from './summaryStyles';

const BOX: ChartBox = { left: 28, right: 278, top: 14, bottom: 82 };

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    legend: { marginLeft: 'auto', whiteSpace: 'nowrap' },
    chart: {
      display: 'block',
      width: '100%',
      maxHeight: 132,
      marginTop: 6,
      overflow: 'visible',
      '& text': { fontSize: 11, fill: palette.secondary },
    },
    grid: { stroke: palette.line },
    score: { stroke: palette.pass, strokeWidth: 2.5, fill: 'none' },
    strict: {
      stroke: palette.secondary,
      strokeWidth: 1.5,
      strokeDasharray: '4 3',
      fill: 'none',
    },
    dot: { fill: palette.pass },
    value: {
      '$chart &': {
        fontSize: 12,
        fontWeight: 700,
        fill: theme.palette.text.primary,
      },
    },
    empty: { marginTop: 12 },
  };
});

/** Scores of the last 90 days as steps. */
export function TrendSection(props: {
  readonly trend: readonly TrendPoint[];
  readonly now: number;
}) {
  const { trend, now } = props;
  const summary = useSummaryStyles();
  const classes = useStyles();
  const t = useTranslation();
  const drawing = buildTrend(trend, now, BOX);
  return (
    <section className={summary.section}>
      <h2 className={summary.label}>
        {t('trend.title')}
        {drawing && (
          <span className={classes.legend} aria-hidden="true">
            <svg width="18" height="8">
              <path d="M0 4h18" className={classes.score} />
            </svg>{' '}
            {t('score.score')}{' '}
            <svg width="18" height="8">
              <path d="M0 4h18" className={classes.strict} />
            </svg>{' '}
            {t('score.strict')}
          </span>
        )}
      </h2>
      {drawing ? (
        <Chart drawing={drawing} />
      ) : (
        <p className={`${summary.note} ${classes.empty}`}>{t('trend.empty')}</p>
      )}
    </section>
  );
}

function Chart(props: { readonly drawing: Trend }) {
  const { drawing } = props;
  const classes = useStyles();
  const t = useTranslation();
  const strictY = drawing.strictEnd?.y ?? drawing.end.y;
  // Two numbers nearer than a line's height would print over each other.
  const labelY =
    Math.abs(strictY - drawing.end.y) < 12 ? drawing.end.y + 12 : strictY;
  return (
    <svg
      className={classes.chart}
      viewBox="0 0 312 108"
      role="img"
      aria-label={t('trend.described', {
        first: formatScore(drawing.first),
        last: formatScore(drawing.last),
        strict: formatScore(drawing.lastStrict),
      })}
    >
      {drawing.ticks.map(({ score, y }) => (
        <g key={score}>
          <line
            className={classes.grid}
            x1={BOX.left}
            x2={BOX.right}
            y1={y}
            y2={y}
          />
          <text x={BOX.left - 6} y={y + 4} textAnchor="end">
            {score}
          </text>
        </g>
      ))}
      <path d={drawing.strictPath} className={classes.strict} />
      <path d={drawing.scorePath} className={classes.score} />
      <circle
        className={classes.dot}
        cx={drawing.end.x}
        cy={drawing.end.y}
        r="3.5"
      />
      <text className={classes.value} x={BOX.right + 9} y={drawing.end.y + 4}>
        {formatScore(drawing.last)}
      </text>
      {drawing.lastStrict !== undefined && (
        <text x={BOX.right + 9} y={labelY + 4}>
          {formatScore(drawing.lastStrict)}
        </text>
      )}
      <text x={BOX.left} y="102">
        {formatShortDay(drawing.from, t)}
      </text>
      <text x={BOX.right} y="102" textAnchor="end">
        {formatShortDay(drawing.until, t)}
      </text>
    </svg>
  );
}
