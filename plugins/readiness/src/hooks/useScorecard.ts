import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Checklist,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { readinessApiRef } from '../api';
import { getChecklist } from './getChecklist';
import { isNotFound, toError } from './isNotFound';

/** What is known of an entity's scorecard. */
export type ScorecardState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'error';
      readonly error: Error;
      readonly retry: () => void;
    }
  | ({ readonly kind: 'loaded' } & LoadedScorecard);

/** A scorecard, or that there is none, and how to ask for a new one. */
export interface LoadedScorecard {
  /** Absent when readiness doesn't know the entity. */
  readonly stored?: StoredScorecard;
  readonly checklist: Checklist;
  readonly isEvaluating: boolean;
  /** Asking for an evaluation failed. */
  readonly requestError?: Error;
  /** Rises with every evaluation that was waited for and came. */
  readonly finishedEvaluations: number;
  readonly evaluate: () => void;
}

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 10_000;
/** After this a person may ask again; the queue is longer than their patience. */
const PATIENCE = 180_000;

/** Reads the scorecard, and again while an evaluation is under way. */
export function useScorecard(entityRef: string): ScorecardState {
  const api = useApi(readinessApiRef);
  const [loaded, setLoaded] = useState<{
    readonly entityRef: string;
    readonly stored?: StoredScorecard;
    readonly checklist: Checklist;
  }>();
  const [error, setError] = useState<Error>();
  const [requestError, setRequestError] = useState<Error>();
  const [awaited, setAwaited] = useState<Awaited>();
  const [finishedEvaluations, setFinished] = useState(0);
  const current = useRef(entityRef);
  current.current = entityRef;

  const load = useCallback(async () => {
    try {
      const [stored, checklist] = await Promise.all([
        api.getScorecard(entityRef).catch(thrown => {
          if (isNotFound(thrown)) return undefined;
          throw thrown;
        }),
        getChecklist(api),
      ]);
      if (current.current !== entityRef) return;
      setLoaded({ entityRef, checklist, ...(stored && { stored }) });
      setError(undefined);
    } catch (thrown) {
      if (current.current === entityRef) setError(toError(thrown));
    }
  }, [api, entityRef]);

  useEffect(() => {
    setAwaited(undefined);
    setRequestError(undefined);
    load();
  }, [load]);

  const stored = loaded?.entityRef === entityRef ? loaded.stored : undefined;
  const isWaiting = awaited !== undefined && !isDone(awaited, stored);
  const isEvaluating = isWaiting || stored?.state === 'evaluating';
  const isPolled = isEvaluating || stored?.state === 'queued';

  useEffect(() => {
    if (awaited !== undefined && isDone(awaited, stored)) {
      setAwaited(undefined);
      setFinished(count => count + 1);
    }
  }, [awaited, stored]);

  const polls = useRef(0);
  useEffect(() => {
    if (!isPolled) {
      polls.current = 0;
      return undefined;
    }
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 1.3 ** polls.current);
    const timer = setTimeout(() => {
      polls.current += 1;
      if (awaited && Date.now() - awaited.since > PATIENCE)
        setAwaited(undefined);
      load();
    }, delay);
    return () => clearTimeout(timer);
    // `loaded` and `error` are new after every poll, which starts the next one.
  }, [isPolled, awaited, load, loaded, error]);

  const evaluate = useCallback(async () => {
    setRequestError(undefined);
    setAwaited({ since: Date.now(), evaluatedAt: stored?.evaluatedAt });
    try {
      await api.requestEvaluation(entityRef);
    } catch (thrown) {
      setAwaited(undefined);
      setRequestError(toError(thrown));
    }
  }, [api, entityRef, stored?.evaluatedAt]);

  if (loaded?.entityRef !== entityRef) {
    return error ? { kind: 'error', error, retry: load } : { kind: 'loading' };
  }
  return {
    kind: 'loaded',
    checklist: loaded.checklist,
    ...(stored && { stored }),
    isEvaluating,
    ...(requestError && { requestError }),
    finishedEvaluations,
    evaluate,
  };
}

interface Awaited {
  readonly since: number;
  /** Of the result that was there when the new one was asked for. */
  readonly evaluatedAt: string | undefined;
}

function isDone(
  awaited: Awaited,
  stored: StoredScorecard | undefined,
): boolean {
  if (stored === undefined) return false;
  if (stored.state !== 'evaluated' && stored.state !== 'failed') return false;
  if (stored.evaluatedAt !== awaited.evaluatedAt) return true;
  const { stale } = stored;
  return stale !== undefined && Date.parse(stale.since) >= awaited.since;
}
