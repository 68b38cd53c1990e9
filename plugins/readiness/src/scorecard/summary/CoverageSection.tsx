import { makeStyles } from '@material-ui/core/styles';
import { getOutcomeLabel, Outcome } from '../../components/outcome/Outcome';
import type {
  MarkCounts,
  OutcomeMark,
} from '../../components/outcome/outcomeMark';
import { formatPercent } from '../../format/formatScore';
import { hatch, plainList } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { useTranslation } from '../../translation/useTranslation';
import { useSummaryStyles } from './summaryStyles';

const SHOWN: readonly OutcomeMark[] = [
  'pass',
  'fail',
  'waived',
  'attested',
  'unknown',
  'not-applicable',
  'error',
];

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    share: { margin: '4px 0 0' },
    percent: { fontSize: 24, lineHeight: '30px', marginRight: 4 },
    bar: {
      display: 'flex',
      gap: 1,
      height: 12,
      margin: '10px 0',
      borderRadius: 2,
      overflow: 'hidden',
    },
    counts: {
      ...plainList,
      display: 'grid',
      // As many columns as fit without running into the trend.
      gridTemplateColumns: 'repeat(auto-fit, minmax(76px, max-content))',
      justifyContent: 'start',
      gap: '3px 10px',
      fontSize: 12,
      lineHeight: '18px',
    },
    count: { whiteSpace: 'nowrap' },
    number: { color: theme.palette.text.primary },
    name: { color: palette.secondary },
    pass: { backgroundColor: palette.pass },
    fail: { backgroundColor: palette.fail },
    attested: { backgroundColor: palette.attested },
    waived: { color: palette.waived, ...hatch },
    unknown: {
      color: palette.unknown,
      backgroundImage:
        'repeating-linear-gradient(90deg, currentColor 0 2px, transparent 2px 4px)',
    },
    error: { backgroundColor: palette.error },
    'not-applicable': {
      backgroundColor: palette.neutral,
      boxShadow: `inset 0 0 0 1px ${palette.strongLine}`,
    },
  };
});

/** How much of what applies is decided, and how the checks ended. */
export function CoverageSection(props: {
  readonly coverage: number | undefined;
  readonly counts: MarkCounts;
}) {
  const { coverage, counts } = props;
  const summary = useSummaryStyles();
  const classes = useStyles();
  const t = useTranslation();
  const shown = SHOWN.filter(mark => mark !== 'error' || counts.error > 0);
  const described = shown
    .map(mark => `${getOutcomeLabel(mark, t)} ${counts[mark]}`)
    .join(', ');
  return (
    <section className={summary.section}>
      <h2 className={summary.label}>{t('coverage.title')}</h2>
      <p className={classes.share}>
        <b className={classes.percent}>{formatPercent(coverage)}</b>{' '}
        <span className={summary.note}>{t('coverage.ofWeight')}</span>
      </p>
      <div className={classes.bar} role="img" aria-label={described}>
        {shown.map(
          mark =>
            counts[mark] > 0 && (
              <span
                key={mark}
                className={classes[mark]}
                style={{ flex: counts[mark], minWidth: 3 }}
              />
            ),
        )}
      </div>
      <ul className={classes.counts}>
        {shown.map(mark => (
          <li key={mark} className={classes.count}>
            <Outcome mark={mark} size={12}>
              <b className={classes.number}>{counts[mark]}</b>
              <span className={classes.name}>
                <CountName mark={mark} />
              </span>
            </Outcome>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CountName(props: { readonly mark: OutcomeMark }) {
  const t = useTranslation();
  switch (props.mark) {
    case 'pass':
      return <>{t('count.pass')}</>;
    case 'fail':
      return <>{t('count.fail')}</>;
    case 'waived':
      return <>{t('count.waived')}</>;
    case 'attested':
      return <>{t('count.attested')}</>;
    case 'unknown':
      return <>{t('count.unknown')}</>;
    case 'error':
      return <>{t('count.error')}</>;
    case 'not-applicable':
      return <>{t('count.notApplicable')}</>;
    default:
      return props.mark satisfies never;
  }
}
