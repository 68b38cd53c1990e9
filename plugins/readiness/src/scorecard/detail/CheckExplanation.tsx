import { Link } from '@backstage/core-components';
import { getCategoryTitle } from '../../components/categoryTitle';
import { Sentence } from '../../components/code/Setting';
import { formatChange, formatScore } from '../../format/formatScore';
import { formatEffort } from '../../format/formatTime';
import { useTranslation } from '../../translation/useTranslation';
import type { CategoryView } from '../build/buildCategories';
import type { CheckView } from '../build/checkView';
import { buildScoreGain, severityWeights } from '../build/scoreArithmetic';
import { useScorecardSubject } from '../ScorecardContext';
import { getSeverityLabel } from '../severityLabel';
import { useDetailStyles } from './detailStyles';
import { RemediationSnippets } from './RemediationSnippets';

/** What the check asks, why, how to fix it, what it counts, where to read on. */
export function CheckExplanation(props: {
  readonly check: CheckView;
  readonly category: CategoryView;
}) {
  const { check, category } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  const { description, mark } = check;
  if (description === undefined) return null;
  const isOpen = mark === 'fail' || mark === 'waived' || mark === 'unknown';
  return (
    <>
      <h5 className={classes.heading}>{t('check.asks')}</h5>
      <p>
        <Sentence>{description.description}</Sentence>
      </p>
      <h5 className={classes.heading}>{t('check.why')}</h5>
      <p>
        <Sentence>{description.rationale}</Sentence>
      </p>
      {isOpen && (
        <>
          <h5 className={classes.heading}>
            {t('check.fix')}{' '}
            <span className={classes.aside}>
              ·{' '}
              {t('check.about', {
                effort: formatEffort(description.remediation.effortMinutes, t),
              })}
            </span>
          </h5>
          <p style={{ marginBottom: 6 }}>
            <Sentence>{description.remediation.summary}</Sentence>
          </p>
          <RemediationSnippets check={check} />
        </>
      )}
      {mark !== 'not-applicable' && (
        <>
          <h5 className={classes.heading}>{t('check.counts')}</h5>
          <p>
            <Counts check={check} category={category} />
          </p>
        </>
      )}
      <References check={check} />
    </>
  );
}

function Counts(props: {
  readonly check: CheckView;
  readonly category: CategoryView;
}) {
  const { check, category } = props;
  const t = useTranslation();
  const { scoredCategories } = useScorecardSubject();
  const { result } = check;
  if (!check.isCounted) return <>{t('check.announcedCounts')}</>;
  const base = t('check.weight', {
    severity: getSeverityLabel(result.severity, t),
    weight: severityWeights[result.severity],
  });
  const passing = result.findings.filter(
    finding => finding.outcome === 'pass',
  ).length;
  if (check.mark !== 'fail') return <>{base}.</>;
  const gain = buildScoreGain(check, category.allChecks, scoredCategories);
  return (
    <>
      {base}, {t('check.credit', { passing, count: result.findings.length })}{' '}
      {t('check.gain', {
        category: getCategoryTitle(category.id, t),
        from: formatScore(category.score),
        to: formatScore(gain.categoryScore),
        change: formatChange(gain.total),
      })}
    </>
  );
}

function References(props: { readonly check: CheckView }) {
  const { description } = props.check;
  const classes = useDetailStyles();
  const t = useTranslation();
  if (description === undefined) return null;
  const { references, knownAs } = description;
  if (references.length === 0 && knownAs.length === 0) return null;
  return (
    <>
      <h5 className={classes.heading}>{t('check.references')}</h5>
      <ul className={classes.references}>
        {references.map(reference => (
          <li key={reference.url}>
            <Link to={reference.url} underline="always">
              {reference.title}
            </Link>
          </li>
        ))}
        {knownAs.map(rule => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </>
  );
}
