import Paper from '@material-ui/core/Paper';
import type {
  Checklist,
  Scorecard,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { countMarks } from '../../components/outcome/outcomeMark';
import { useTranslation } from '../../translation/useTranslation';
import type { Verdict } from '../build/buildVerdict';
import { useScorecardSubject } from '../ScorecardContext';
import { CoverageSection } from './CoverageSection';
import { EvaluatedSection } from './EvaluatedSection';
import { ScoreSection } from './ScoreSection';
import { useSummaryStyles } from './summaryStyles';
import { TrendSection } from './TrendSection';
import { VerdictSection } from './VerdictSection';

/** Verdict, score, coverage, trend, evaluation. */
export function SummaryCard(props: {
  readonly verdict: Verdict;
  readonly stored: StoredScorecard;
  readonly scorecard: Scorecard;
  readonly checklist: Checklist;
  readonly now: number;
  readonly mayEvaluate: boolean;
  readonly isEvaluating: boolean;
  readonly onEvaluate: () => void;
}) {
  const { verdict, stored, scorecard, checklist, now } = props;
  const classes = useSummaryStyles();
  const t = useTranslation();
  const { checks, scoredCategories } = useScorecardSubject();
  const counts = countMarks(checks.map(check => check.result));
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={t('summary.title')}
    >
      <VerdictSection verdict={verdict} />
      <ScoreSection
        score={scorecard.score}
        strictScore={scorecard.strictScore}
        scoredCategories={scoredCategories}
      />
      <CoverageSection coverage={scorecard.coverage} counts={counts} />
      <TrendSection trend={stored.trend} now={now} />
      <EvaluatedSection
        stored={stored}
        sources={scorecard.sources}
        checklist={checklist}
        now={now}
        mayEvaluate={props.mayEvaluate}
        isEvaluating={props.isEvaluating}
        onEvaluate={props.onEvaluate}
      />
    </Paper>
  );
}
