import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { categoryIds } from './categoryIds';
import {
  readHeatmapParameters,
  writeHeatmapParameters,
  type HeatmapParameters,
} from './build/parameters';

/** The address as parameters, and a way to change some of them. */
export function useHeatmapParameters() {
  const [query, setQuery] = useSearchParams();
  const parameters = useMemo(
    () => readHeatmapParameters(query, categoryIds),
    [query],
  );
  const change = useCallback(
    (changed: Partial<HeatmapParameters>) =>
      setQuery(before => writeHeatmapParameters(before, changed), {
        replace: true,
      }),
    [setQuery],
  );
  return { parameters, change };
}
