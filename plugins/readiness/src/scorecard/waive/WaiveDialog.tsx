import { useId, useState } from 'react';
import { ANNOTATION_EDIT_URL } from '@backstage/catalog-model';
import Dialog from '@material-ui/core/Dialog';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useTheme } from '@material-ui/core/styles';
import { ActionButton } from '../../components/controls/ActionButton';
import { CodeBlock } from '../../components/code/CodeBlock';
import { CopyButton } from '../../components/controls/CopyButton';
import { Outcome } from '../../components/outcome/Outcome';
import { useTranslation } from '../../translation/useTranslation';
import {
  buildWaiverYaml,
  findWaiverHints,
  type WaiverDraft,
} from '../build/buildWaiver';
import type { CheckView } from '../build/checkView';
import { useScorecardSubject } from '../ScorecardContext';
import { useWaiveStyles } from './waiveStyles';
import { getHintText, WaiverForm } from './WaiverForm';

const EMPTY: WaiverDraft = {
  kind: 'planned',
  reason: '',
  until: '',
  link: '',
  subjects: [],
};

/** Composes the annotation that waives a check, and opens the file it goes into. */
export function WaiveDialog(props: {
  readonly check: CheckView;
  readonly onClose: () => void;
}) {
  const { check, onClose } = props;
  const classes = useWaiveStyles();
  const t = useTranslation();
  const titleId = useId();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  const { entity } = useScorecardSubject();
  const isWaivable = check.description?.isWaivable ?? true;
  const [draft, setDraft] = useState<WaiverDraft>({
    ...EMPTY,
    kind: isWaivable ? 'planned' : 'not-detected',
  });
  const yaml = buildWaiverYaml(check.id, draft);
  const [hint] = findWaiverHints(draft, Date.now(), isWaivable);
  const editUrl = entity.metadata.annotations?.[ANNOTATION_EDIT_URL];

  return (
    <Dialog
      open
      fullWidth
      fullScreen={isNarrow}
      maxWidth="sm"
      onClose={onClose}
      classes={{ paper: classes.paper }}
      aria-labelledby={titleId}
    >
      <h2 id={titleId} className={classes.title}>
        {t('waive.title', { check: check.title })}
      </h2>
      <div className={classes.body}>
        <WaiverForm check={check} draft={draft} onChange={setDraft} />
        <div className={classes.frame}>
          <CodeBlock
            label={t('waive.annotation')}
            lines={yaml
              .trimEnd()
              .split('\n')
              .map(text => ({
                text: `    ${text}`,
                mark: '+',
                kind: 'added' as const,
              }))}
          />
        </div>
        <p className={classes.verdict} role="status">
          <Outcome mark={hint ? 'unknown' : 'pass'}>
            <b>{hint ? t('waive.notYet') : t('waive.valid')}</b>
          </Outcome>{' '}
          {hint ? getHintText(hint, t) : t('waive.whenCounts')}
        </p>
      </div>
      <div className={classes.actions}>
        <ActionButton variant="text" onClick={onClose}>
          {t('action.cancel')}
        </ActionButton>
        <CopyButton label={t('action.copyYaml')} getText={() => yaml} />
        {editUrl && (
          <ActionButton icon="open" variant="contained" href={editUrl}>
            {t('action.editFile')}
          </ActionButton>
        )}
      </div>
    </Dialog>
  );
}
