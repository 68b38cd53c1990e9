import { EvidenceLink } from '../../components/EvidenceLink';
import { Setting } from '../../components/code/Setting';
import { OutcomeIcon } from '../../components/outcome/Outcome';
import { useTranslation } from '../../translation/useTranslation';
import type { NextSteps } from '../build/buildNextSteps';
import type { CheckView } from '../build/checkView';
import { CheckLink } from '../CheckLink';
import { getWaiverKindLabel } from '../waiverLabels';
import { useNextStyles } from './nextStyles';

const SHOWN = 4;

/** What else keeps the level open: unknowns, waivers that satisfy no level, errors. */
export function BlockerNotes(props: {
  readonly next: NextSteps;
  readonly target: number;
}) {
  const { next, target } = props;
  const classes = useNextStyles();
  const t = useTranslation();
  return (
    <>
      {next.unknowns.length > 0 && (
        <div className={classes.foot}>
          <span>
            <span className={classes.footMark}>
              <OutcomeIcon mark="unknown" />
            </span>
            <b>
              {t('next.unknownsBlock', {
                count: next.unknowns.length,
                level: target,
              })}
            </b>{' '}
            <CheckList checks={next.unknowns} kind="unknown" />
          </span>
        </div>
      )}
      {next.waived.length > 0 && (
        <div className={classes.foot}>
          <span>
            <span className={classes.footMark}>
              <OutcomeIcon mark="waived" />
            </span>
            <b>
              {t('next.waiversBlock', {
                count: next.waived.length,
                level: target,
              })}
            </b>{' '}
            <CheckList checks={next.waived} kind="waived" />
            {'. '}
            {t('next.waiversExplained')}
          </span>
        </div>
      )}
      {next.errors.length > 0 && (
        <div className={classes.foot}>
          <span>
            <span className={classes.footMark}>
              <OutcomeIcon mark="error" />
            </span>
            <b>{t('next.errorsBlock', { count: next.errors.length })}</b>{' '}
            <CheckList checks={next.errors} kind="error" />
          </span>
        </div>
      )}
    </>
  );
}

function CheckList(props: {
  readonly checks: readonly CheckView[];
  readonly kind: 'unknown' | 'waived' | 'error';
}) {
  const { checks, kind } = props;
  const t = useTranslation();
  return (
    <>
      {checks.slice(0, SHOWN).map((check, index) => (
        <span key={check.id}>
          {index > 0 && ' · '}
          <CheckLink check={check} />
          {kind === 'unknown' && <UnknownDetail check={check} />}
          {kind === 'waived' && check.result.waiver && (
            <> ({getWaiverKindLabel(check.result.waiver.kind, t)})</>
          )}
        </span>
      ))}
      {checks.length > SHOWN &&
        ` ${t('next.andMore', { count: checks.length - SHOWN })}`}
    </>
  );
}

function UnknownDetail(props: { readonly check: CheckView }) {
  const finding = props.check.result.findings.find(
    each => each.outcome === 'unknown',
  );
  const [evidence] = finding?.evidence ?? [];
  return (
    <>
      {finding?.actual && (
        <>
          {': '}
          <Setting>{finding.actual}</Setting>
        </>
      )}
      {evidence && (
        <>
          {' '}
          <EvidenceLink evidence={evidence} />
        </>
      )}
    </>
  );
}
