import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  HeatmapGrouping,
  ScorecardFilter,
  ScorecardsRequest,
} from 'backstage-plugin-readiness-common';
import { readinessApiRef } from '../api';
import { toError } from '../hooks/isNotFound';
import { buildCellFilter } from './build/buildCellFilter';
import type { GroupEntities } from './build/buildGridRows';
import { getRowId } from './build/gridRow';

/** The backend's largest page. */
const PAGE = 500;

const NONE: ReadonlyMap<string, GroupEntities> = new Map();

/** Reads the entities of the open groups, each once for these filters. */
export function useGroupEntities(
  openKeys: readonly string[],
  groupBy: HeatmapGrouping,
  filter: ScorecardFilter,
): ReadonlyMap<string, GroupEntities> {
  const api = useApi(readinessApiRef);
  const scope = JSON.stringify([groupBy, filter]);
  const [known, setKnown] = useState<{
    readonly scope: string;
    readonly groups: ReadonlyMap<string, GroupEntities>;
  }>({ scope, groups: new Map() });
  const asked = useRef({ scope, keys: new Set<string>() });

  const wanted = openKeys.join('\n');
  useEffect(() => {
    if (asked.current.scope !== scope) {
      asked.current = { scope, keys: new Set() };
    }
    const { keys } = asked.current;
    for (const key of wanted.split('\n')) {
      if (key === '' || keys.has(key)) continue;
      keys.add(key);
      api.getScorecards(buildRequest(key, groupBy, filter)).then(
        ({ items, totalItems }) =>
          add(key, { kind: 'loaded', items, totalItems }),
        thrown => {
          keys.delete(key);
          add(key, { kind: 'error', message: toError(thrown).message });
        },
      );
    }

    function add(key: string, entities: GroupEntities) {
      // An answer to filters that have changed since is nobody's.
      if (asked.current.scope !== scope) return;
      setKnown(before => {
        const groups = before.scope === scope ? before.groups : new Map();
        return { scope, groups: new Map(groups).set(key, entities) };
      });
    }
    // `scope` stands for groupBy and filter.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, wanted, scope]);

  return known.scope === scope ? known.groups : NONE;
}

function buildRequest(
  key: string,
  groupBy: HeatmapGrouping,
  filter: ScorecardFilter,
): ScorecardsRequest {
  if (groupBy === 'owner') {
    return { ...filter, directOwner: getRowId(key), limit: PAGE };
  }
  return { ...buildCellFilter(key, groupBy, filter, []), limit: PAGE };
}
