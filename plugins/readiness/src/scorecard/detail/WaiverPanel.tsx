import { Link } from '@backstage/core-components';
import type { Waiver } from 'backstage-plugin-readiness-common';
import { countDaysUntil, formatDay } from '../../format/formatTime';
import { useNow } from '../../hooks/useNow';
import { Setting } from '../../components/code/Setting';
import { useTranslation } from '../../translation/useTranslation';
import { satisfiesLevel } from '../build/buildWaiver';
import type { CheckView } from '../build/checkView';
import { getWaiverKindLabel } from '../waiverLabels';
import { useDetailStyles } from './detailStyles';
import { FindingCard } from './FindingCard';

/** Why the check is skipped, until when, on whose word, and what that changes. */
export function WaiverPanel(props: { readonly check: CheckView }) {
  const { result } = props.check;
  const { waiver } = result;
  const classes = useDetailStyles();
  const t = useTranslation();
  const now = useNow();
  if (waiver === undefined) return null;
  const open = result.findings.filter(finding => finding.outcome !== 'pass');
  return (
    <>
      <h5 className={classes.heading}>
        {waiver.until
          ? t('waiver.until', { day: formatDay(waiver.until, t) })
          : t('waiver.withoutEnd')}{' '}
        {waiver.until && (
          <span className={classes.aside}>
            ·{' '}
            {t('waiver.daysLeft', { count: countDaysUntil(waiver.until, now) })}
          </span>
        )}
      </h5>
      <p className={classes.quote}>{waiver.reason}</p>
      <WaiverFacts waiver={waiver} />
      <h5 className={classes.heading}>{t('waiver.changes')}</h5>
      <p>
        {satisfiesLevel(waiver.kind)
          ? t('waiver.changesLevel')
          : t('waiver.keepsLevel', {
              level: result.level,
              kind: getWaiverKindLabel(waiver.kind, t),
            })}
      </p>
      <h5 className={classes.heading}>{t('waiver.what')}</h5>
      {open.map((finding, index) => (
        <FindingCard key={index} finding={finding} />
      ))}
      {open.length === 0 && <p>{result.message}</p>}
    </>
  );
}

function WaiverFacts(props: { readonly waiver: Waiver }) {
  const { waiver } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  return (
    <dl className={classes.facts}>
      <dt>{t('waiver.kind')}</dt>
      <dd>{getWaiverKindLabel(waiver.kind, t)}</dd>
      {waiver.approvedBy && (
        <>
          <dt>{t('waiver.approvedBy')}</dt>
          <dd>{t('waiver.claim', { who: waiver.approvedBy })}</dd>
        </>
      )}
      {waiver.entity && (
        <>
          <dt>{t('waiver.metBy')}</dt>
          <dd>{waiver.entity}</dd>
        </>
      )}
      {waiver.link && (
        <>
          <dt>{t('waiver.link')}</dt>
          <dd>
            <Link to={waiver.link}>{waiver.link}</Link>
          </dd>
        </>
      )}
      {waiver.subjects && (
        <>
          <dt>{t('waiver.subjects')}</dt>
          <dd>
            <Setting>{waiver.subjects.join(', ')}</Setting>
          </dd>
        </>
      )}
      <dt>{t('waiver.annotation')}</dt>
      <dd>
        <Setting>{`readiness/waive.${waiver.id}`}</Setting>
      </dd>
    </dl>
  );
}
