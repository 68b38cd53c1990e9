import classNames from 'classnames';
import { heatSteps } from '../../components/heat/heat';
import { HeatMark, useHeatStyles } from '../../components/heat/HeatMark';
import { useTranslation } from '../../translation/useTranslation';
import { useGridStyles } from './gridStyles';

/** What colours, marks and hatches mean. */
export function Legend() {
  const classes = useGridStyles();
  const heatClasses = useHeatStyles();
  const t = useTranslation();
  return (
    <ul className={classes.legend} aria-label={t('legend.label')}>
      {heatSteps.map(({ heat, from, to }) => (
        <li key={heat}>
          <span className={classNames(classes.key, heatClasses[`heat${heat}`])}>
            <HeatMark heat={heat} size={9} />
          </span>
          {from}–{to}
        </li>
      ))}
      <li>
        <span className={classNames(classes.key, classes.framed)}>
          <span className={classes.strip} style={{ width: '60%' }} />
        </span>
        {t('legend.waived')}
      </li>
      <li>
        <span
          className={classNames(classes.key, classes.framed)}
          aria-hidden="true"
        >
          ?
        </span>
        {t('legend.unknown')}
      </li>
      <li>
        <b className={classes.empty} aria-hidden="true">
          –
        </b>
        {t('legend.empty')}
      </li>
    </ul>
  );
}
