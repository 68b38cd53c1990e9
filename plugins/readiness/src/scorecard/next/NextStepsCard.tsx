import { useState } from 'react';
import { Card } from '../../components/Card';
import { CheckLink } from '../CheckLink';
import { CopyButton } from '../../components/controls/CopyButton';
import { TextButton } from '../../components/controls/TextButton';
import { formatChange } from '../../format/formatScore';
import { formatEffort } from '../../format/formatTime';
import { useTranslation } from '../../translation/useTranslation';
import { buildStepsIssue } from '../build/buildIssueMarkdown';
import type { NextStep, NextSteps } from '../build/buildNextSteps';
import type { Verdict } from '../build/buildVerdict';
import { useScorecardSubject } from '../ScorecardContext';
import { BlockerNotes } from './BlockerNotes';
import { NextStepRow } from './NextStepRow';
import { useNextStyles } from './nextStyles';

const FIRST_STEPS = 5;

/** The failing checks as work, most weight for the least effort first. */
export function NextStepsCard(props: {
  readonly next: NextSteps;
  readonly verdict: Verdict;
}) {
  const { next, verdict } = props;
  const classes = useNextStyles();
  const t = useTranslation();
  const { entity, scorecard } = useScorecardSubject();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? next.steps : next.steps.slice(0, FIRST_STEPS);
  const rest = next.steps.slice(shown.length);
  const entityName = entity.metadata.title ?? entity.metadata.name;

  return (
    <Card
      title={t('next.title')}
      lead={<Lead next={next} verdict={verdict} entityName={entityName} />}
      actions={
        next.steps.length > 0 && (
          <CopyButton
            variant="text"
            label={t('action.copyIssue')}
            getText={() =>
              buildStepsIssue({
                entityName,
                steps: next.steps,
                sources: scorecard.sources,
                url: window.location.href,
              })
            }
          />
        )
      }
    >
      {shown.length > 0 && (
        <div className={classes.head} aria-hidden="true">
          <span />
          <span>{t('next.do')}</span>
          <span>{t('next.because')}</span>
          <span style={{ textAlign: 'right' }}>{t('next.severity')}</span>
          <span style={{ textAlign: 'right' }}>{t('next.effort')}</span>
          <span style={{ textAlign: 'right' }}>{t('next.score')}</span>
          <span>{t('next.reaches')}</span>
        </div>
      )}
      <ol className={classes.list}>
        {shown.map((step, index) => (
          <NextStepRow
            key={step.check.id}
            step={step}
            position={index + 1}
            target={verdict.target}
          />
        ))}
      </ol>
      {rest.length > 0 && (
        <RestLine rest={rest} onOpen={() => setIsOpen(true)} />
      )}
      <BlockerNotes next={next} target={verdict.target} />
    </Card>
  );
}

function Lead(props: {
  readonly next: NextSteps;
  readonly verdict: Verdict;
  readonly entityName: string;
}) {
  const { next, verdict, entityName } = props;
  const t = useTranslation();
  if (next.steps.length === 0) return <>{t('next.nothing')}</>;
  if (verdict.toGo === 0) {
    return <>{t('next.leadDone', { count: next.steps.length })}</>;
  }
  const parts = [
    next.blockingFails > 0 && t('next.failing', { count: next.blockingFails }),
    next.unknowns.length > 0 &&
      t('next.unknown', { count: next.unknowns.length }),
    next.waived.length > 0 && t('next.waived', { count: next.waived.length }),
    next.errors.length > 0 && t('next.broken', { count: next.errors.length }),
  ].filter(part => part !== false);
  return (
    <>
      {t('next.lead', {
        checks: parts.join(', '),
        entity: entityName,
        level: verdict.target,
      })}
    </>
  );
}

function RestLine(props: {
  readonly rest: readonly NextStep[];
  readonly onOpen: () => void;
}) {
  const { rest, onOpen } = props;
  const classes = useNextStyles();
  const t = useTranslation();
  return (
    <div className={classes.foot}>
      <span>
        <b>{t('next.more', { count: rest.length })}</b>{' '}
        {rest.slice(0, 3).map((step, index) => (
          <span key={step.check.id}>
            {index > 0 && ' · '}
            <CheckLink check={step.check} /> (
            {step.effortMinutes !== undefined &&
              `${formatEffort(step.effortMinutes, t)}, `}
            {formatChange(step.gain)})
          </span>
        ))}
        {rest.length > 3 && ' …'}
      </span>
      <TextButton onClick={onOpen}>{t('action.showAll')}</TextButton>
    </div>
  );
}
