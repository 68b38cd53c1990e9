import { useCallback, useEffect, useState } from 'react';
import type { CheckView } from '../build/checkView';

/** Which categories and checks are open; the address opens one of each. */
export function useOpened(
  checks: readonly CheckView[],
  checkId: string | undefined,
) {
  const [categories, setCategorySet] = useState<ReadonlySet<string>>(new Set());
  const [openChecks, setOpenChecks] = useState<ReadonlySet<string>>(new Set());

  const addressed = checks.find(check => check.id === checkId)?.result;
  const addressedCategory = addressed?.category;
  const addressedCheck = addressed?.checkId;
  useEffect(() => {
    if (addressedCategory === undefined || addressedCheck === undefined) return;
    setCategorySet(before => new Set([...before, addressedCategory]));
    setOpenChecks(before => new Set([...before, addressedCheck]));
  }, [addressedCategory, addressedCheck]);

  const toggleCategory = useCallback(
    (id: string) => setCategorySet(before => toggleIn(before, id)),
    [],
  );
  const toggleCheck = useCallback(
    (id: string) => setOpenChecks(before => toggleIn(before, id)),
    [],
  );
  const setCategories = useCallback(
    (ids: readonly string[]) => setCategorySet(new Set(ids)),
    [],
  );
  return {
    categories,
    checks: openChecks,
    toggleCategory,
    toggleCheck,
    setCategories,
  };
}

/** The set with the id, or without it when it was in. */
export function toggleIn(
  set: ReadonlySet<string>,
  id: string,
): ReadonlySet<string> {
  const after = new Set(set);
  if (!after.delete(id)) after.add(id);
  return after;
}
