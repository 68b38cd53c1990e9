import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { readinessEvaluatePermission } from 'backstage-plugin-readiness-common';
import { LoadError } from '../components/states/LoadError';
import { formatScore } from '../format/formatScore';
import { useScorecard } from '../hooks/useScorecard';
import { visuallyHidden } from '../theme/mixins';
import { useTranslation } from '../translation/useTranslation';
import { getEmptyReason } from './getEmptyReason';
import { ScorecardView } from './ScorecardView';
import { ScorecardEmpty } from './states/ScorecardEmpty';
import { ScorecardLoading } from './states/ScorecardLoading';

/** The scorecard tab of the entity whose page this is. */
export function EntityReadinessContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const t = useTranslation();
  const state = useScorecard(entityRef);
  const { allowed: mayEvaluate } = usePermission({
    permission: readinessEvaluatePermission,
    resourceRef: entityRef,
  });

  switch (state.kind) {
    case 'loading':
      return <ScorecardLoading />;
    case 'error':
      return (
        <LoadError
          title={t('state.scorecardError')}
          error={state.error}
          onRetry={state.retry}
        />
      );
    default:
  }

  const { stored, checklist, isEvaluating, evaluate } = state;
  const scorecard = stored?.scorecard;
  return (
    <>
      <p role="status" aria-live="polite" style={visuallyHidden}>
        {isEvaluating && t('notice.evaluating')}
        {!isEvaluating &&
          state.finishedEvaluations > 0 &&
          t('notice.evaluated', { score: formatScore(scorecard?.score) })}
      </p>
      {stored && scorecard ? (
        <ScorecardView
          entity={entity}
          stored={stored}
          scorecard={scorecard}
          checklist={checklist}
          mayEvaluate={mayEvaluate}
          isEvaluating={isEvaluating}
          requestError={state.requestError}
          onEvaluate={evaluate}
        />
      ) : (
        <ScorecardEmpty
          entity={entity}
          reason={getEmptyReason(entity, stored)}
          onEvaluate={mayEvaluate ? evaluate : undefined}
        />
      )}
    </>
  );
}
