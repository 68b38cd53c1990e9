import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Checklist,
  EvaluatedSource,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { ActionButton } from '../../components/controls/ActionButton';
import { formatAge, formatTime } from '../../format/formatTime';
import { plainList } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { useTranslation } from '../../translation/useTranslation';
import { buildSourceLabel } from '../build/buildEvidence';
import { useSummaryStyles } from './summaryStyles';

const useStyles = makeStyles(theme => ({
  list: {
    ...plainList,
    display: 'grid',
    gap: 5,
    margin: '4px 0 12px',
    fontSize: 12,
    lineHeight: '16px',
    '& > li': { overflowWrap: 'anywhere' },
  },
  secondary: { color: getReadinessPalette(theme).secondary },
}));

/** When, of which files at which revision, and the way to a new result. */
export function EvaluatedSection(props: {
  readonly stored: StoredScorecard;
  readonly sources: readonly EvaluatedSource[];
  readonly checklist: Checklist;
  readonly now: number;
  readonly mayEvaluate: boolean;
  readonly isEvaluating: boolean;
  readonly onEvaluate: () => void;
}) {
  const { stored, sources, checklist, now, mayEvaluate } = props;
  const summary = useSummaryStyles();
  const classes = useStyles();
  const t = useTranslation();
  let files = 0;
  for (const source of sources) files += source.fileCount;
  return (
    <section className={summary.section}>
      <h2 className={summary.label}>{t('evaluated.title')}</h2>
      <ul className={classes.list}>
        {stored.evaluatedAt && (
          <li>
            <b>{formatAge(stored.evaluatedAt, now, t)}</b>{' '}
            <time className={classes.secondary} dateTime={stored.evaluatedAt}>
              {formatTime(stored.evaluatedAt, t)}
            </time>
          </li>
        )}
        {sources.map(source => (
          <li key={`${source.repository} ${source.subPath}`}>
            <Link to={source.repository}>{buildSourceLabel(source)}</Link>{' '}
            <span className={classes.secondary}>{source.subPath}</span>
          </li>
        ))}
        <li className={classes.secondary}>
          {t('evaluated.files', { count: files, version: checklist.version })}
        </li>
      </ul>
      {mayEvaluate && (
        <ActionButton
          icon="refresh"
          disabled={props.isEvaluating}
          onClick={props.onEvaluate}
        >
          {props.isEvaluating ? t('action.evaluating') : t('action.evaluate')}
        </ActionButton>
      )}
    </section>
  );
}
