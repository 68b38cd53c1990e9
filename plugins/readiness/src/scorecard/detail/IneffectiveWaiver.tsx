import { formatDay } from '../../format/formatTime';
import { useTranslation } from '../../translation/useTranslation';
import type { CheckView } from '../build/checkView';
import { getWaiverEffect } from '../waiverLabels';
import { useDetailStyles } from './detailStyles';

/** A waiver that was written but does not take this result out of the score. */
export function IneffectiveWaiver(props: { readonly check: CheckView }) {
  const { waiver, isWaived } = props.check.result;
  const classes = useDetailStyles();
  const t = useTranslation();
  if (waiver === undefined || isWaived) return null;
  return (
    <>
      <h5 className={classes.heading}>
        {t('waiver.ineffective')}{' '}
        <span className={classes.aside}>
          {waiver.state === 'active' || waiver.state === 'expiring'
            ? t('waiver.coversSome')
            : getWaiverEffect(waiver.state, t)}
          {waiver.until && ` · ${formatDay(waiver.until, t)}`}
        </span>
      </h5>
      <p className={classes.quote}>{waiver.reason}</p>
    </>
  );
}
