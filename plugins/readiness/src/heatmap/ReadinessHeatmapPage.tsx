import { useCallback, useEffect, useMemo, useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Content, Header, HeaderLabel, Page } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { Checklist } from 'backstage-plugin-readiness-common';
import { readinessApiRef } from '../api';
import { LoadError } from '../components/states/LoadError';
import { getChecklist } from '../hooks/getChecklist';
import { useTranslation } from '../translation/useTranslation';
import { buildHeatmapRequest, countFilters } from './build/parameters';
import { HeatmapView } from './HeatmapView';
import { HeatmapEmpty } from './states/HeatmapEmpty';
import { HeatmapLoading } from './states/HeatmapLoading';
import { useHeatmap } from './useHeatmap';
import { useHeatmapParameters } from './useHeatmapParameters';

/** Owners × categories: what is ready, what is missing, and whose it is. */
export function ReadinessHeatmapPage() {
  const t = useTranslation();
  const checklist = useChecklist();
  return (
    <Page themeId="home">
      <Header title={t('heatmap.title')} subtitle={t('heatmap.lead')}>
        {checklist && (
          <HeaderLabel
            label={t('heatmap.checklist')}
            value={t('heatmap.checklistIs', {
              version: checklist.version,
              count: checklist.checks.length,
            })}
          />
        )}
      </Header>
      <Content>
        <HeatmapContent />
      </Content>
    </Page>
  );
}

function HeatmapContent() {
  const t = useTranslation();
  const { parameters, change } = useHeatmapParameters();
  const getEntityUrl = useScorecardUrl();
  const request = useMemo(() => buildHeatmapRequest(parameters), [parameters]);
  const state = useHeatmap(request);
  switch (state.kind) {
    case 'loading':
      return <HeatmapLoading />;
    case 'error':
      return (
        <LoadError
          title={t('heatmap.loadingError')}
          error={state.error}
          onRetry={state.retry}
        />
      );
    default:
  }
  const { heatmap, isUpdating, refresh } = state;
  const isUnfiltered = countFilters(parameters.filter) === 0;
  if (heatmap.summary.entities === 0 && isUnfiltered) {
    return <HeatmapEmpty onRefresh={refresh} />;
  }
  return (
    <HeatmapView
      heatmap={heatmap}
      isUpdating={isUpdating}
      parameters={parameters}
      change={change}
      getEntityUrl={getEntityUrl}
    />
  );
}

/** The address of an entity's scorecard tab. */
function useScorecardUrl(): (entityRef: string) => string {
  const getEntityUrl = useRouteRef(entityRouteRef);
  return useCallback(
    entityRef => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      return `${getEntityUrl({ kind, namespace, name })}/readiness`;
    },
    [getEntityUrl],
  );
}

function useChecklist(): Checklist | undefined {
  const api = useApi(readinessApiRef);
  const [checklist, setChecklist] = useState<Checklist>();
  useEffect(() => {
    let isCurrent = true;
    getChecklist(api).then(
      answer => isCurrent && setChecklist(answer),
      // The head does without it; the heatmap says what is wrong.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [api]);
  return checklist;
}
