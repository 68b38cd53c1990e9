import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  HeatmapResponse,
  ScorecardFilter,
  ScorecardsRequest,
  ScorecardsResponse,
} from 'backstage-plugin-readiness-common';
import { readinessApiRef } from '../../api';
import { toError } from '../../hooks/isNotFound';
import { buildCellFilter } from '../build/buildCellFilter';
import type { CellAddress } from '../build/parameters';

/** The entities behind a cell; the last ones stay while the next are asked for. */
export type PanelState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'error';
      readonly error: Error;
      readonly retry: () => void;
    }
  | {
      readonly kind: 'loaded';
      readonly cell: CellAddress;
      readonly response: ScorecardsResponse;
    };

/** Arrow keys pass over cells; only where they rest is asked about. */
const REST = 150;

/** Asks for the entities behind a cell with their failing checks. */
export function usePanelEntities(
  cell: CellAddress,
  heatmap: HeatmapResponse,
  filter: ScorecardFilter,
  limit: number,
): PanelState {
  const api = useApi(readinessApiRef);
  const [loaded, setLoaded] = useState<{
    readonly cell: CellAddress;
    readonly response: ScorecardsResponse;
  }>();
  const [error, setError] = useState<Error>();
  const [attempt, setAttempt] = useState(0);
  const request = JSON.stringify(buildRequest(cell, heatmap, filter, limit));
  const { row, category } = cell;

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      const question: ScorecardsRequest = JSON.parse(request);
      api.getScorecards(question).then(
        response => {
          if (!isCurrent) return;
          setLoaded({
            cell: { row, category },
            response: narrow(row, response),
          });
          setError(undefined);
        },
        thrown => {
          if (isCurrent) setError(toError(thrown));
        },
      );
    }, REST);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, request, row, category, attempt]);

  if (error) {
    const retry = () => {
      setError(undefined);
      setAttempt(count => count + 1);
    };
    return { kind: 'error', error, retry };
  }
  if (!loaded || loaded.cell.row !== row || loaded.cell.category !== category) {
    return { kind: 'loading' };
  }
  return { kind: 'loaded', ...loaded };
}

function buildRequest(
  cell: CellAddress,
  heatmap: HeatmapResponse,
  filter: ScorecardFilter,
  limit: number,
): ScorecardsRequest {
  const groupBy = isEntity(cell.row) ? 'entity' : heatmap.groupBy;
  return {
    ...buildCellFilter(cell.row, groupBy, filter, heatmap.rows),
    category: cell.category,
    limit,
  };
}

/** A text search finds more than the one entity that was meant. */
function narrow(row: string, response: ScorecardsResponse): ScorecardsResponse {
  if (!isEntity(row)) return response;
  const items = response.items.filter(({ entityRef }) => entityRef === row);
  return { items, totalItems: items.length };
}

const GROUP_KINDS = /^(group|user|system|domain):/;

/** Whether a row's key is the reference of an entity that is judged. */
function isEntity(row: string): boolean {
  return /^[^:]+:[^/]+\/.+$/.test(row) && !GROUP_KINDS.test(row);
}
