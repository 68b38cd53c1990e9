import classNames from 'classnames';
import { CopyButton } from '../../components/controls/CopyButton';
import { ActionButton } from '../../components/controls/ActionButton';
import { useTranslation } from '../../translation/useTranslation';
import type { CategoryView } from '../build/buildCategories';
import { buildCheckIssue } from '../build/buildIssueMarkdown';
import { buildSnippets } from '../build/buildRemediation';
import type { CheckView } from '../build/checkView';
import { useScorecardSubject } from '../ScorecardContext';
import { AttestationPanel } from './AttestationPanel';
import { CheckExplanation } from './CheckExplanation';
import { useDetailStyles } from './detailStyles';
import { FindingList } from './FindingList';
import { PlainPanel } from './PlainPanel';
import { UnknownAdvice } from './UnknownPanel';
import { WaiverPanel } from './WaiverPanel';

/** An opened check: left what was found, right why it matters and what to do. */
export function CheckDetail(props: {
  readonly check: CheckView;
  readonly category: CategoryView;
}) {
  const { check, category } = props;
  const classes = useDetailStyles();
  return (
    <div className={classes.root}>
      <span
        className={classNames(
          classes.bar,
          check.mark !== 'waived' &&
            check.mark !== 'not-applicable' &&
            classes[check.mark],
        )}
      />
      <div>
        <Found check={check} />
      </div>
      <div>
        {check.mark === 'unknown' && <UnknownAdvice check={check} />}
        <CheckExplanation check={check} category={category} />
      </div>
      <DetailActions check={check} />
    </div>
  );
}

function Found(props: { readonly check: CheckView }) {
  const { check } = props;
  switch (check.mark) {
    case 'waived':
      return <WaiverPanel check={check} />;
    case 'attested':
      return <AttestationPanel check={check} />;
    case 'not-applicable':
    case 'error':
      return <PlainPanel check={check} />;
    default:
      return <FindingList check={check} />;
  }
}

function DetailActions(props: { readonly check: CheckView }) {
  const { check } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  const subject = useScorecardSubject();
  const { entity, scorecard } = subject;
  const isOpen = check.mark === 'fail' || check.mark === 'unknown';
  return (
    <div className={classes.actions}>
      {isOpen && (
        <CopyButton
          label={t('action.copyIssue')}
          getText={() => {
            const [snippet] = buildSnippets(
              check.description?.remediation.snippets ?? {},
              check.result,
              scorecard.results,
            );
            return buildCheckIssue({
              entityName: entity.metadata.title ?? entity.metadata.name,
              check,
              sources: scorecard.sources,
              ...(snippet && { snippet }),
              url: subject.getCheckUrl(check.id),
            });
          }}
        />
      )}
      {isOpen && (
        <ActionButton icon="waived" onClick={() => subject.waive(check)}>
          {t('action.waive')}
        </ActionButton>
      )}
      <CopyButton
        icon="link"
        label={t('action.copyLink')}
        getText={() => subject.getCheckUrl(check.id)}
      />
    </div>
  );
}
