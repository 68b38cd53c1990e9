import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CategoryId } from 'backstage-plugin-readiness-common';
import { readScorecardFilters, type ScorecardFilters } from './build/filters';

/** Filters and the opened check, as the address has them. */
export function useScorecardParameters(knownCategories: readonly CategoryId[]) {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo(
    () => readScorecardFilters(parameters, knownCategories),
    [parameters, knownCategories],
  );
  const setFilters = useCallback(
    (changed: Partial<ScorecardFilters>) => {
      setParameters(
        before => {
          const after = new URLSearchParams(before);
          after.delete('check');
          if (changed.marks) setAll(after, 'outcome', changed.marks);
          if (changed.levels)
            setAll(after, 'level', changed.levels.map(String));
          if (changed.categories) setAll(after, 'category', changed.categories);
          if (changed.text !== undefined) {
            setAll(after, 'q', changed.text === '' ? [] : [changed.text]);
          }
          return after;
        },
        { replace: true },
      );
    },
    [setParameters],
  );
  const checkId = parameters.get('check') ?? undefined;
  return { filters, setFilters, checkId };
}

function setAll(
  parameters: URLSearchParams,
  name: string,
  values: readonly string[],
) {
  parameters.delete(name);
  for (const value of values) parameters.append(name, value);
}
