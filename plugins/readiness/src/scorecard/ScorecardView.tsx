import { useMemo, useState } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Checklist,
  Scorecard,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { useNow } from '../hooks/useNow';
import { buildNextSteps, countScoredCategories } from './build/buildNextSteps';
import { buildVerdict } from './build/buildVerdict';
import { buildCheckViews, type CheckView } from './build/checkView';
import { CategoriesCard } from './categories/CategoriesCard';
import { NextStepsCard } from './next/NextStepsCard';
import { ScorecardProvider, type ScorecardSubject } from './ScorecardContext';
import { ScorecardNotices } from './ScorecardNotices';
import { SummaryCard } from './summary/SummaryCard';
import { useScorecardParameters } from './useScorecardParameters';
import { WaiveDialog } from './waive/WaiveDialog';

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: theme.typography.fontFamily,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    fontSize: 14,
    lineHeight: '20px',
  },
}));

/** The scorecard: verdict, then numbers, next steps, proof. */
export function ScorecardView(props: {
  readonly entity: Entity;
  readonly stored: StoredScorecard;
  readonly scorecard: Scorecard;
  readonly checklist: Checklist;
  readonly mayEvaluate: boolean;
  readonly isEvaluating: boolean;
  readonly requestError?: Error;
  readonly onEvaluate: () => void;
}) {
  const { entity, stored, scorecard, checklist } = props;
  const { mayEvaluate, isEvaluating, onEvaluate } = props;
  const classes = useStyles();
  const now = useNow();
  const [waived, setWaived] = useState<CheckView>();
  const categoryIds = useMemo(
    () => checklist.categories.map(category => category.id),
    [checklist],
  );
  const { filters, setFilters, checkId } = useScorecardParameters(categoryIds);
  const checks = useMemo(
    () => buildCheckViews(scorecard, checklist),
    [scorecard, checklist],
  );
  const verdict = useMemo(
    () => buildVerdict(scorecard, checks),
    [scorecard, checks],
  );
  const next = useMemo(() => buildNextSteps(checks), [checks]);
  const subject = useMemo<ScorecardSubject>(
    () => ({
      entity,
      scorecard,
      checks,
      scoredCategories: countScoredCategories(checks),
      getCheckUrl,
      waive: setWaived,
    }),
    [entity, scorecard, checks],
  );

  return (
    <ScorecardProvider value={subject}>
      <div className={classes.root}>
        <ScorecardNotices
          stored={stored}
          now={now}
          isEvaluating={isEvaluating}
          requestError={props.requestError}
          onEvaluate={mayEvaluate ? onEvaluate : undefined}
        />
        <SummaryCard
          verdict={verdict}
          stored={stored}
          scorecard={scorecard}
          checklist={checklist}
          now={now}
          mayEvaluate={mayEvaluate}
          isEvaluating={isEvaluating}
          onEvaluate={onEvaluate}
        />
        <NextStepsCard next={next} verdict={verdict} />
        <CategoriesCard
          checklist={checklist}
          filters={filters}
          onFilter={setFilters}
          checkId={checkId}
        />
      </div>
      {waived && (
        <WaiveDialog check={waived} onClose={() => setWaived(undefined)} />
      )}
    </ScorecardProvider>
  );
}

/** Where this tab is, with the check opened. */
function getCheckUrl(checkId: string): string {
  const url = new URL(window.location.href);
  url.search = new URLSearchParams({ check: checkId }).toString();
  return url.toString();
}
