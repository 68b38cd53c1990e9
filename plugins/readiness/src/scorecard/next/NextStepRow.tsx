import { EvidenceLink } from '../../components/EvidenceLink';
import { Icon } from '../../components/Icon';
import { getCategoryTitle } from '../../components/categoryTitle';
import { Sentence, Setting } from '../../components/code/Setting';
import { formatChange } from '../../format/formatScore';
import { formatEffort } from '../../format/formatTime';
import { useTranslation } from '../../translation/useTranslation';
import { getSeverityLabel } from '../severityLabel';
import type { NextStep } from '../build/buildNextSteps';
import { CheckLink } from '../CheckLink';
import { useScorecardSubject } from '../ScorecardContext';
import { useNextStyles } from './nextStyles';

/** One thing to do: what, why with the line, for how much. */
export function NextStepRow(props: {
  readonly step: NextStep;
  readonly position: number;
  readonly target: number;
}) {
  const { step, position, target } = props;
  const classes = useNextStyles();
  const t = useTranslation();
  const { scorecard } = useScorecardSubject();
  const { check, finding } = step;
  const [evidence] = finding?.evidence ?? [];
  const severity = `${getSeverityLabel(check.result.severity, t)} · ${
    step.weight
  }`;
  const effort =
    step.effortMinutes === undefined
      ? '–'
      : formatEffort(step.effortMinutes, t);
  const level = step.reachesTarget
    ? t('level.short', { level: target })
    : t('level.short', { level: check.result.level });
  return (
    <li className={classes.step}>
      <span className={classes.position}>{position}</span>
      <span>
        <CheckLink check={check} className={classes.title} />
        {check.description && (
          <span className={classes.advice}>
            <Sentence>{check.description.remediation.summary}</Sentence>
          </span>
        )}
        <span className={classes.caption}>
          {getCategoryTitle(check.result.category, t)} ·{' '}
          <Setting>{check.id}</Setting>
        </span>
      </span>
      <span className={classes.because}>
        {finding && finding.evidence.length > 0 && (
          <>
            <Setting>{finding.subject}</Setting>
            {step.failingFindings > 1 &&
              ` ${t('next.andMore', { count: step.failingFindings - 1 })}`}
            {': '}
          </>
        )}
        <Sentence>{finding?.message ?? check.result.message}</Sentence>
        {evidence && (
          <EvidenceLink
            className={classes.evidence}
            evidence={evidence}
            sources={scorecard.sources}
          />
        )}
      </span>
      <span className={classes.number}>{severity}</span>
      <span className={classes.number}>{effort}</span>
      <span className={classes.number}>{formatChange(step.gain)}</span>
      <span className={classes.reaches}>
        <span className={classes.tag}>
          {step.reachesTarget && <Icon name="flag" size={12} />}
          {level}
        </span>
      </span>
      <span className={classes.narrowFacts}>
        {[
          severity,
          effort,
          t('next.gain', { change: formatChange(step.gain) }),
          level,
        ].join(' · ')}
      </span>
    </li>
  );
}
