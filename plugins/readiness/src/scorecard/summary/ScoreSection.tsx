import { makeStyles } from '@material-ui/core/styles';
import { formatScore } from '../../format/formatScore';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { useTranslation } from '../../translation/useTranslation';
import { useSummaryStyles } from './summaryStyles';

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    numbers: {
      display: 'flex',
      alignItems: 'baseline',
      gap: 16,
      margin: '6px 0 10px',
    },
    number: { display: 'flex', flexDirection: 'column' },
    score: { fontSize: 40, lineHeight: '44px', fontWeight: 700 },
    strict: {
      fontSize: 28,
      lineHeight: '44px',
      fontWeight: 700,
      color: palette.secondary,
    },
    name: { fontSize: 12, color: palette.secondary },
    note: { [theme.breakpoints.down('sm')]: { display: 'none' } },
  };
});

/** Score and strict score, and what they are the mean of. */
export function ScoreSection(props: {
  readonly score: number | undefined;
  readonly strictScore: number | undefined;
  readonly scoredCategories: number;
}) {
  const { score, strictScore, scoredCategories } = props;
  const summary = useSummaryStyles();
  const classes = useStyles();
  const t = useTranslation();
  return (
    <section className={summary.section}>
      <h2 className={summary.label}>{t('score.title')}</h2>
      <div className={classes.numbers}>
        <span className={classes.number}>
          <b className={classes.score}>{formatScore(score)}</b>
          <span className={classes.name}>{t('score.score')}</span>
        </span>
        <span className={classes.number}>
          <b className={classes.strict}>{formatScore(strictScore)}</b>
          <span className={classes.name}>{t('score.strict')}</span>
        </span>
      </div>
      <p className={`${summary.note} ${classes.note}`}>
        {t('score.explained', { count: scoredCategories })}
      </p>
    </section>
  );
}
