import { Sentence } from '../../components/code/Setting';
import { useTranslation } from '../../translation/useTranslation';
import type { CheckView } from '../build/checkView';
import { useDetailStyles } from './detailStyles';

/** Why a check judges nothing here, or what broke it. */
export function PlainPanel(props: { readonly check: CheckView }) {
  const { check } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  const isError = check.mark === 'error';
  return (
    <>
      <h5 className={classes.heading}>
        {isError ? t('check.broke') : t('check.whyNot')}
      </h5>
      <p>
        <Sentence>{check.result.message}</Sentence>
      </p>
      <p className={classes.secondary} style={{ marginTop: 6 }}>
        {isError ? t('check.brokeCounts') : t('check.notApplicableCounts')}
      </p>
    </>
  );
}
