import { useEffect, useId, useRef } from 'react';
import { EvidenceLink } from '../../components/EvidenceLink';
import { Icon } from '../../components/Icon';
import { Outcome } from '../../components/outcome/Outcome';
import { Sentence } from '../../components/code/Setting';
import { formatDay } from '../../format/formatTime';
import { useTranslation } from '../../translation/useTranslation';
import type { CategoryView } from '../build/buildCategories';
import type { CheckView } from '../build/checkView';
import { CheckDetail } from '../detail/CheckDetail';
import { getSeverityLabel } from '../severityLabel';
import { useScorecardParameters } from '../useScorecardParameters';
import { useCategoryStyles } from './categoryStyles';

const NO_CATEGORIES = [] as const;

/** A check as one line that opens to its findings. */
export function CheckRow(props: {
  readonly check: CheckView;
  readonly category: CategoryView;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const { check, category, isOpen, onToggle } = props;
  const classes = useCategoryStyles();
  const t = useTranslation();
  const regionId = useId();
  const button = useFocusWhenAddressed(check.id);
  return (
    <li className={classes.check}>
      <div className={classes.checkRow}>
        <span className={classes.chevron}>
          <Icon name={isOpen ? 'down' : 'right'} />
        </span>
        <Outcome mark={check.mark} />
        <h4 className={classes.checkHeading}>
          <button
            ref={button}
            type="button"
            className={classes.checkButton}
            aria-expanded={isOpen}
            aria-controls={isOpen ? regionId : undefined}
            onClick={onToggle}
          >
            {check.title}
          </button>
          <span className={classes.checkId}>{check.id}</span>
        </h4>
        <span className={classes.message}>
          <CheckMessage check={check} />
        </span>
        <span className={classes.meta}>
          {!check.isCounted && (
            <span className={classes.tag}>{t('check.announced')}</span>
          )}
          <span className={classes.tag}>
            {t('level.tag', { level: check.result.level })}
          </span>
          <span className={classes.tag}>
            {getSeverityLabel(check.result.severity, t)}
          </span>
        </span>
      </div>
      {isOpen && (
        <div id={regionId}>
          <CheckDetail check={check} category={category} />
        </div>
      )}
    </li>
  );
}

function CheckMessage(props: { readonly check: CheckView }) {
  const { check } = props;
  const t = useTranslation();
  const { result, mark } = check;
  if (mark === 'waived' && result.waiver) {
    const { until, reason } = result.waiver;
    return (
      <>
        {until
          ? t('waiver.untilReason', {
              day: formatDay(until, t, 'short'),
              reason,
            })
          : t('waiver.reason', { reason })}
      </>
    );
  }
  if (mark === 'attested' && result.attestation) {
    return (
      <>
        {t('attestation.onWord', {
          by: result.attestation.by,
          day: formatDay(result.attestation.on, t, 'short'),
        })}
      </>
    );
  }
  const only = result.findings.length === 1 ? result.findings[0] : undefined;
  const [evidence] = only?.evidence ?? [];
  return (
    <>
      <Sentence>{result.message}</Sentence>
      {evidence && (
        <>
          {' · '}
          <EvidenceLink evidence={evidence} />
        </>
      )}
    </>
  );
}

/** The check that the address names is scrolled to and takes the focus. */
function useFocusWhenAddressed(checkId: string) {
  const button = useRef<HTMLButtonElement>(null);
  const parameters = useScorecardParameters(NO_CATEGORIES);
  const isAddressed = parameters.checkId === checkId;
  useEffect(() => {
    if (!isAddressed) return;
    button.current?.scrollIntoView?.({ block: 'center' });
    button.current?.focus({ preventScroll: true });
  }, [isAddressed]);
  return button;
}
