import type {
  Problem,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { Setting } from '../components/code/Setting';
import { TextButton } from '../components/controls/TextButton';
import { Notice } from '../components/states/Notice';
import { formatAge, formatDuration, formatTime } from '../format/formatTime';
import { useTranslation, type Translate } from '../translation/useTranslation';
import { groupProblems, type ProblemGroup } from './build/groupProblems';

/** Everything that limits the results below, before the results. */
export function ScorecardNotices(props: {
  readonly stored: StoredScorecard;
  readonly now: number;
  readonly isEvaluating: boolean;
  readonly requestError: Error | undefined;
  readonly onEvaluate: (() => void) | undefined;
}) {
  const { stored, now, isEvaluating, requestError, onEvaluate } = props;
  const t = useTranslation();
  const { scorecard, stale, evaluatedAt } = stored;
  return (
    <>
      {isEvaluating && (
        <Notice kind="info" icon="refresh" title={t('notice.evaluating')}>
          {evaluatedAt &&
            t('notice.evaluatingDetail', {
              age: formatAge(evaluatedAt, now, t),
            })}
        </Notice>
      )}
      {requestError && (
        <Notice kind="warning" icon="error" title={t('notice.requestFailed')}>
          {requestError.message}
        </Notice>
      )}
      {stale && (
        <Notice
          kind="warning"
          icon="clock"
          title={t('notice.stale', {
            age: formatDuration(
              now - Date.parse(evaluatedAt ?? stale.since),
              t,
            ),
          })}
          action={
            onEvaluate &&
            !isEvaluating && (
              <TextButton onClick={onEvaluate}>
                <b>{t('action.evaluate')}</b>
              </TextButton>
            )
          }
        >
          {stale.reason}
          {stored.nextEvaluationAt &&
            ` ${t('notice.nextTry', {
              time: formatTime(stored.nextEvaluationAt, t),
            })}`}
        </Notice>
      )}
      {scorecard && scorecard.sources.length === 0 && (
        <Notice kind="warning" icon="link" title={t('notice.noSources')}>
          {t('notice.noSourcesDetail')}{' '}
          <Setting>readiness/repositories</Setting>
        </Notice>
      )}
      {groupProblems(scorecard?.problems ?? []).map(group => (
        <ProblemNotice key={group.kind} group={group} />
      ))}
    </>
  );
}

const SHOWN = 3;

function ProblemNotice(props: { readonly group: ProblemGroup }) {
  const { group } = props;
  const t = useTranslation();
  return (
    <Notice kind="warning" icon="error" title={getProblemTitle(group, t)}>
      {group.problems.slice(0, SHOWN).map((problem, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          <ProblemText problem={problem} />
        </span>
      ))}
      {group.problems.length > SHOWN &&
        ` ${t('next.andMore', { count: group.problems.length - SHOWN })}`}
    </Notice>
  );
}

function ProblemText(props: { readonly problem: Problem }) {
  const { path, startLine, message, annotation } = props.problem;
  const place = path && (startLine ? `${path}:${startLine}` : path);
  const name = place ?? annotation;
  return (
    <>
      {name && !message.includes(name) && (
        <>
          <Setting>{name}</Setting>{' '}
        </>
      )}
      {message}
    </>
  );
}

function getProblemTitle(group: ProblemGroup, t: Translate): string {
  const count = group.problems.length;
  switch (group.kind) {
    case 'truncated-read':
      return t('problem.truncatedRead');
    case 'parse-failure':
      return t('problem.parseFailure', { count });
    case 'unreadable-file':
      return t('problem.unreadableFile', { count });
    case 'unreadable-repository':
      return t('problem.unreadableRepository', { count });
    case 'annotation':
      return t('problem.annotation', { count });
    case 'check-error':
      return t('problem.checkError', { count });
    default:
      return group.kind satisfies never;
  }
}
