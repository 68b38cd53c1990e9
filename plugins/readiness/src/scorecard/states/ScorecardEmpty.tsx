import { ANNOTATION_EDIT_URL, type Entity } from '@backstage/catalog-model';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { CodeBlock } from '../../components/code/CodeBlock';
import { Sentence } from '../../components/code/Setting';
import { ActionButton } from '../../components/controls/ActionButton';
import { CopyButton } from '../../components/controls/CopyButton';
import { plainList } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { useTranslation } from '../../translation/useTranslation';

/** Why there is no scorecard. */
export type EmptyReason =
  | { readonly kind: 'nothing-linked' }
  | { readonly kind: 'queued' }
  | { readonly kind: 'not-selected' }
  | { readonly kind: 'failed'; readonly message: string };

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    root: {
      fontFamily: theme.typography.fontFamily,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: 32,
      alignItems: 'start',
      padding: '28px 32px 32px',
      fontSize: 14,
      lineHeight: '20px',
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        padding: '20px 12px',
      },
    },
    title: {
      margin: '0 0 8px',
      fontSize: 20,
      lineHeight: '26px',
      fontWeight: 700,
    },
    steps: {
      ...plainList,
      counterReset: 'step',
      display: 'grid',
      gap: 10,
      margin: '12px 0 16px',
      '& li': {
        counterIncrement: 'step',
        position: 'relative',
        paddingLeft: 28,
      },
      '& li::before': {
        content: 'counter(step)',
        position: 'absolute',
        left: 0,
        width: 20,
        height: 20,
        borderRadius: '50%',
        textAlign: 'center',
        fontSize: 12,
        fontWeight: 700,
        backgroundColor: palette.neutral,
      },
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 },
    frame: {
      border: `1px solid ${palette.line}`,
      borderRadius: 4,
      overflow: 'hidden',
    },
  };
});

/** No scorecard yet: why, and what makes one come. */
export function ScorecardEmpty(props: {
  readonly entity: Entity;
  readonly reason: EmptyReason;
  readonly onEvaluate?: () => void;
}) {
  const { entity, reason, onEvaluate } = props;
  const classes = useStyles();
  const t = useTranslation();
  const name = entity.metadata.title ?? entity.metadata.name;
  if (reason.kind === 'nothing-linked')
    return <NothingLinked entity={entity} />;
  return (
    <Paper className={classes.root}>
      <div role="status">
        <h2 className={classes.title}>
          {reason.kind === 'queued'
            ? t('state.queuedTitle', { entity: name })
            : t('state.emptyTitle', { entity: name })}
        </h2>
        <p>
          {reason.kind === 'queued' && t('state.queued')}
          {reason.kind === 'not-selected' && t('state.notSelected')}
          {reason.kind === 'failed' &&
            t('state.failed', { message: reason.message })}
        </p>
        {onEvaluate && reason.kind === 'failed' && (
          <div className={classes.actions}>
            <ActionButton icon="refresh" onClick={onEvaluate}>
              {t('action.evaluate')}
            </ActionButton>
          </div>
        )}
      </div>
    </Paper>
  );
}

function NothingLinked(props: { readonly entity: Entity }) {
  const { entity } = props;
  const classes = useStyles();
  const t = useTranslation();
  const name = entity.metadata.name;
  const annotation = [
    'readiness/repositories: |',
    `  https://github.com/acme/${name}`,
    `  https://github.com/acme/infra/tree/main/services/${name}`,
  ];
  const editUrl = entity.metadata.annotations?.[ANNOTATION_EDIT_URL];
  return (
    <Paper className={classes.root}>
      <div>
        <h2 className={classes.title}>
          {t('state.emptyTitle', { entity: entity.metadata.title ?? name })}
        </h2>
        <p>{t('state.nothingLinked')}</p>
        <ol className={classes.steps}>
          <li>
            <Sentence>{t('state.stepAnnotate')}</Sentence>
          </li>
          <li>{t('state.stepWait')}</li>
        </ol>
        <div className={classes.actions}>
          {editUrl && (
            <ActionButton icon="edit" variant="contained" href={editUrl}>
              {t('action.editFile')}
            </ActionButton>
          )}
          <CopyButton
            label={t('action.copyAnnotation')}
            getText={() => `${annotation.join('\n')}\n`}
          />
        </div>
      </div>
      <div className={classes.frame}>
        <CodeBlock
          label={t('state.annotation')}
          lines={[
            { text: 'metadata:', mark: ' ' },
            { text: '  annotations:', mark: ' ' },
            ...annotation.map(text => ({
              text: `    ${text}`,
              mark: '+',
              kind: 'added' as const,
            })),
          ]}
        />
      </div>
    </Paper>
  );
}
