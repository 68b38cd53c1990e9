import { makeStyles } from '@material-ui/core/styles';
import { Icon } from '../../components/Icon';
import { OutcomeIcon } from '../../components/outcome/Outcome';
import { plainList } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';
import {
  useTranslation,
  type Translate,
} from '../../translation/useTranslation';
import type { LevelProgress, Verdict } from '../build/buildVerdict';
import { useSummaryStyles } from './summaryStyles';

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    verdict: {
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      margin: '4px 0 0',
      fontSize: 24,
      lineHeight: '30px',
      fontWeight: 700,
    },
    sentence: { margin: '2px 0 0' },
    levels: {
      ...plainList,
      display: 'grid',
      gridTemplateColumns: 'repeat(3, 1fr)',
      gap: 4,
      marginTop: 14,
    },
    level: { fontSize: 12, lineHeight: '16px', color: palette.secondary },
    name: { display: 'block', color: theme.palette.text.primary },
    bar: {
      display: 'block',
      height: 8,
      marginBottom: 6,
      borderRadius: 2,
      overflow: 'hidden',
      backgroundColor: palette.neutral,
      boxShadow: `inset 0 0 0 1px ${palette.strongLine}`,
    },
    fill: { display: 'block', height: '100%', backgroundColor: palette.pass },
    flag: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 3,
      fontWeight: 700,
      color: theme.palette.text.primary,
    },
  };
});

/** Is it ready? Below the bar, or not; and how far each level stands. */
export function VerdictSection(props: { readonly verdict: Verdict }) {
  const { verdict } = props;
  const summary = useSummaryStyles();
  const classes = useStyles();
  const t = useTranslation();
  return (
    <section className={summary.section}>
      <h2 className={summary.label}>{t('verdict.question')}</h2>
      <p className={classes.verdict}>
        <OutcomeIcon mark={getVerdictMark(verdict)} size={24} />
        {getVerdictTitle(verdict, t)}
      </p>
      <p className={classes.sentence}>{getToGoSentence(verdict, t)}</p>
      <p className={summary.note}>{getBarSentence(verdict, t)}</p>
      <ol className={classes.levels}>
        {verdict.levels.map(level => (
          <li key={level.level} className={classes.level}>
            <LevelBar level={level} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function LevelBar(props: { readonly level: LevelProgress }) {
  const { level } = props;
  const classes = useStyles();
  const t = useTranslation();
  return (
    <>
      <span className={classes.bar} aria-hidden="true">
        <span
          className={classes.fill}
          style={{ width: `${Math.round(level.share * 100)}%` }}
        />
      </span>
      <b className={classes.name}>
        {level.level} {getLevelName(level.level, t)}
      </b>
      {t('verdict.progress', {
        satisfied: level.satisfied,
        applicable: level.applicable,
      })}{' '}
      {level.isReached && '✓ '}
      {level.isBar && (
        <span className={classes.flag}>
          <Icon name="flag" size={12} />
          {t('verdict.bar')}
        </span>
      )}
    </>
  );
}

/** The name of a level: `Production`. */
export function getLevelName(level: 1 | 2 | 3, t: Translate): string {
  switch (level) {
    case 1:
      return t('level.one');
    case 2:
      return t('level.two');
    default:
      return t('level.three');
  }
}

/** The mark beside the verdict. */
export function getVerdictMark(
  verdict: Pick<Verdict, 'kind' | 'level'>,
): 'pass' | 'fail' | 'not-applicable' {
  switch (verdict.kind) {
    case 'below-bar':
      return 'fail';
    case 'meets-bar':
      return 'pass';
    default:
      return verdict.level === 0 ? 'not-applicable' : 'pass';
  }
}

/** `Below the bar`, or the level where no bar is set. */
export function getVerdictTitle(
  verdict: Pick<Verdict, 'kind' | 'level'>,
  t: Translate,
): string {
  switch (verdict.kind) {
    case 'below-bar':
      return t('verdict.belowBar');
    case 'meets-bar':
      return t('verdict.meetsBar');
    default:
      return t('verdict.level', { level: verdict.level });
  }
}

/** `10 checks to go from level 1 to level 2`. */
export function getToGoSentence(verdict: Verdict, t: Translate): string {
  if (verdict.toGo === 0) {
    return t('verdict.nothingToGo', { level: verdict.level });
  }
  return t('verdict.toGo', {
    count: verdict.toGo,
    level: verdict.level,
    target: verdict.target,
  });
}

function getBarSentence(verdict: Verdict, t: Translate): string {
  return verdict.requiredLevel === undefined
    ? t('verdict.noBar')
    : t('verdict.barIs', { level: verdict.requiredLevel });
}
