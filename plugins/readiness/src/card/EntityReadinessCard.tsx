import { useId, type ReactNode } from 'react';
import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef, useEntity } from '@backstage/plugin-catalog-react';
import Paper from '@material-ui/core/Paper';
import { TextButton } from '../components/controls/TextButton';
import { OutcomeIcon } from '../components/outcome/Outcome';
import { Bone } from '../components/states/Bone';
import { LoadingRegion } from '../components/states/LoadingRegion';
import { Setting } from '../components/code/Setting';
import { formatAge } from '../format/formatTime';
import { useNow } from '../hooks/useNow';
import { useScorecard, type ScorecardState } from '../hooks/useScorecard';
import { getEmptyReason } from '../scorecard/getEmptyReason';
import { useTranslation } from '../translation/useTranslation';
import { useCardStyles } from './cardStyles';
import { ReadinessCardView } from './ReadinessCardView';

/** Readiness at a glance, on the overview of an entity. */
export function EntityReadinessCard() {
  const { entity } = useEntity();
  const state = useScorecard(stringifyEntityRef(entity));
  const getEntityUrl = useRouteRef(entityRouteRef);
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  const scorecardUrl = `${getEntityUrl({
    kind: kind.toLocaleLowerCase('en-US'),
    namespace: namespace.toLocaleLowerCase('en-US'),
    name,
  })}/readiness`;
  const now = useNow();
  const classes = useCardStyles();
  const t = useTranslation();
  const titleId = useId();
  const evaluatedAt =
    state.kind === 'loaded' ? state.stored?.evaluatedAt : undefined;
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-labelledby={titleId}
    >
      <header className={classes.header}>
        <h2 id={titleId} className={classes.title}>
          {t('card.title')}
        </h2>
        {evaluatedAt && (
          <span className={classes.age}>{formatAge(evaluatedAt, now, t)}</span>
        )}
      </header>
      <CardContent state={state} now={now} scorecardUrl={scorecardUrl} />
    </Paper>
  );
}

function CardContent(props: {
  readonly state: ScorecardState;
  readonly now: number;
  readonly scorecardUrl: string;
}) {
  const { state, now, scorecardUrl } = props;
  switch (state.kind) {
    case 'loading':
      return <CardLoading />;
    case 'error':
      return <CardError error={state.error} onRetry={state.retry} />;
    default:
  }
  const { stored, checklist } = state;
  if (stored?.scorecard === undefined) return <CardEmpty state={state} />;
  return (
    <ReadinessCardView
      stored={stored}
      scorecard={stored.scorecard}
      checklist={checklist}
      now={now}
      scorecardUrl={scorecardUrl}
    />
  );
}

function CardLoading() {
  const classes = useCardStyles();
  return (
    <LoadingRegion>
      <div className={classes.body}>
        <Bone width="60%" height={26} />
        <Bone width="80%" />
        <div className={classes.numbers}>
          <Bone width={46} height={32} />
          <Bone width={46} height={32} />
          <Bone width="60%" height={32} />
        </div>
        <Bone width="100%" />
        <Bone width="90%" />
      </div>
    </LoadingRegion>
  );
}

function CardError(props: {
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const classes = useCardStyles();
  const t = useTranslation();
  return (
    <div role="alert">
      <CardMessage mark="error" title={t('card.error')}>
        {t('state.errorDetail', { message: props.error.message })}
      </CardMessage>
      <div className={classes.foot}>
        <TextButton onClick={props.onRetry}>{t('action.retry')}</TextButton>
      </div>
    </div>
  );
}

function CardEmpty(props: {
  readonly state: Extract<ScorecardState, { kind: 'loaded' }>;
}) {
  const { entity } = useEntity();
  const t = useTranslation();
  const reason = getEmptyReason(entity, props.state.stored);
  switch (reason.kind) {
    case 'nothing-linked':
      return (
        <CardMessage mark="not-applicable" title={t('card.notEvaluated')}>
          {t('card.nothingLinked')}{' '}
          <Setting>backstage.io/source-location</Setting>,{' '}
          <Setting>readiness/repositories</Setting>
        </CardMessage>
      );
    case 'queued':
      return (
        <CardMessage mark="not-applicable" title={t('card.queued')}>
          {t('state.queued')}
        </CardMessage>
      );
    case 'not-selected':
      return (
        <CardMessage mark="not-applicable" title={t('card.notEvaluated')}>
          {t('state.notSelected')}
        </CardMessage>
      );
    case 'failed':
      return (
        <CardMessage mark="error" title={t('card.notEvaluated')}>
          {t('state.failed', { message: reason.message })}
        </CardMessage>
      );
    default:
      return reason satisfies never;
  }
}

function CardMessage(props: {
  readonly mark: 'error' | 'not-applicable';
  readonly title: string;
  readonly children: ReactNode;
}) {
  const classes = useCardStyles();
  return (
    <div className={classes.body}>
      <p className={classes.verdict}>
        <OutcomeIcon mark={props.mark} size={24} />
        {props.title}
      </p>
      <p>{props.children}</p>
    </div>
  );
}
