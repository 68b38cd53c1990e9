import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  HeatmapRequest,
  HeatmapResponse,
} from 'backstage-plugin-readiness-common';
import { readinessApiRef } from '../api';
import { toError } from '../hooks/isNotFound';

/** What is known of the heatmap; the last one stays while the next is asked for. */
export type HeatmapState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'error';
      readonly error: Error;
      readonly retry: () => void;
    }
  | {
      readonly kind: 'loaded';
      readonly heatmap: HeatmapResponse;
      readonly isUpdating: boolean;
      readonly refresh: () => void;
    };

/** Asks for the heatmap of these filters. */
export function useHeatmap(request: HeatmapRequest): HeatmapState {
  const api = useApi(readinessApiRef);
  const [heatmap, setHeatmap] = useState<HeatmapResponse>();
  const [error, setError] = useState<Error>();
  const [isUpdating, setIsUpdating] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(request);

  useEffect(() => {
    let isCurrent = true;
    setIsUpdating(true);
    const question: HeatmapRequest = JSON.parse(key);
    api.getHeatmap(question).then(
      answer => {
        if (!isCurrent) return;
        setHeatmap(answer);
        setError(undefined);
        setIsUpdating(false);
      },
      thrown => {
        if (!isCurrent) return;
        setError(toError(thrown));
        setIsUpdating(false);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [api, key, attempt]);

  const again = () => setAttempt(count => count + 1);
  if (error && !isUpdating) return { kind: 'error', error, retry: again };
  if (heatmap === undefined) return { kind: 'loading' };
  return { kind: 'loaded', heatmap, isUpdating, refresh: again };
}
