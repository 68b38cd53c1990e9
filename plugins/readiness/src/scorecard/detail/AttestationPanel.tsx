import { Link } from '@backstage/core-components';
import { countDaysUntil, formatDay } from '../../format/formatTime';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../translation/useTranslation';
import type { CheckView } from '../build/checkView';
import { useDetailStyles } from './detailStyles';

/** What a person vouches for, with what evidence, and what the files say. */
export function AttestationPanel(props: { readonly check: CheckView }) {
  const { attestation, findings, message } = props.check.result;
  const classes = useDetailStyles();
  const t = useTranslation();
  const now = useNow();
  if (attestation === undefined) return null;
  return (
    <>
      <h5 className={classes.heading}>
        {t('attestation.on', { day: formatDay(attestation.on, t) })}{' '}
        <span className={classes.aside}>
          ·{' '}
          {t('attestation.validUntil', {
            day: formatDay(attestation.until, t),
            count: countDaysUntil(attestation.until, now),
          })}
        </span>
      </h5>
      <dl className={classes.facts}>
        <dt>{t('attestation.evidence')}</dt>
        <dd>
          <Link to={attestation.evidence}>{attestation.evidence}</Link>
        </dd>
        <dt>{t('attestation.by')}</dt>
        <dd>{t('waiver.claim', { who: attestation.by })}</dd>
      </dl>
      <h5 className={classes.heading}>{t('attestation.lookedFor')}</h5>
      <p>{findings[0]?.message ?? message}</p>
      <p className={classes.secondary}>{t('attestation.counts')}</p>
    </>
  );
}
