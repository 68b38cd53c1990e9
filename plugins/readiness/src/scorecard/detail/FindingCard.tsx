import type { Finding } from 'backstage-plugin-readiness-common';
import { CodeBlock } from '../../components/code/CodeBlock';
import { Sentence, Setting } from '../../components/code/Setting';
import { EvidenceLink } from '../../components/EvidenceLink';
import { Icon } from '../../components/Icon';
import { Outcome } from '../../components/outcome/Outcome';
import { useTranslation } from '../../translation/useTranslation';
import { buildSnippetLines } from '../build/buildEvidence';
import { useScorecardSubject } from '../ScorecardContext';
import { useDetailStyles } from './detailStyles';

/** One subject and aspect: expected, actual, and the lines that prove it. */
export function FindingCard(props: {
  readonly finding: Finding;
  readonly hasSnippet?: boolean;
}) {
  const { finding, hasSnippet = true } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  const isPass = finding.outcome === 'pass';
  return (
    <article className={classes.finding}>
      <div className={classes.findingHead}>
        <Outcome mark={finding.outcome} />
        <span className={classes.subject}>{finding.subject}</span>
        {finding.aspect && (
          <span className={classes.aspect}>{finding.aspect}</span>
        )}
        {finding.partial && (
          <span className={classes.caption}>{t('finding.partial')}</span>
        )}
        <span className={classes.secondary} style={{ flexBasis: '100%' }}>
          <Sentence>{finding.message}</Sentence>
        </span>
      </div>
      {!isPass && (finding.expected || finding.actual) && (
        <dl className={classes.pair}>
          {finding.expected && (
            <>
              <dt>{t('finding.expected')}</dt>
              <dd>
                <Setting>{finding.expected}</Setting>
              </dd>
            </>
          )}
          {finding.actual && (
            <>
              <dt>
                {finding.outcome === 'unknown'
                  ? t('finding.expression')
                  : t('finding.actual')}
              </dt>
              <dd>
                <Setting>{finding.actual}</Setting>
              </dd>
            </>
          )}
        </dl>
      )}
      <FindingEvidence finding={finding} hasSnippet={hasSnippet} />
    </article>
  );
}

function FindingEvidence(props: {
  readonly finding: Finding;
  readonly hasSnippet: boolean;
}) {
  const { finding, hasSnippet } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  const { scorecard } = useScorecardSubject();
  const [first, ...others] = finding.evidence;
  if (first === undefined) return null;
  return (
    <>
      <div className={classes.source}>
        <Icon name="document" size={12} />
        <EvidenceLink evidence={first} sources={scorecard.sources} />
        {others.length > 0 && (
          <span className={classes.secondary}>{t('finding.and')}</span>
        )}
        {others.slice(0, 4).map((evidence, index) => (
          <EvidenceLink key={index} evidence={evidence} />
        ))}
        {others.length > 4 && (
          <span className={classes.secondary}>
            {t('next.andMore', { count: others.length - 4 })}
          </span>
        )}
      </div>
      {hasSnippet && first.snippet && (
        <CodeBlock
          lines={buildSnippetLines(first, finding)}
          label={t('finding.linesOf', { path: first.path })}
        />
      )}
    </>
  );
}
