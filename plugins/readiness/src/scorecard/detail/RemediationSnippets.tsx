import { useState } from 'react';
import { CodeBlock } from '../../components/code/CodeBlock';
import { CopyButton } from '../../components/controls/CopyButton';
import { useTranslation } from '../../translation/useTranslation';
import { buildSnippets } from '../build/buildRemediation';
import type { CheckView } from '../build/checkView';
import { useScorecardSubject } from '../ScorecardContext';
import { useDetailStyles } from './detailStyles';

/** The snippet in the language the repository uses; others are a click away. */
export function RemediationSnippets(props: { readonly check: CheckView }) {
  const { check } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  const { scorecard } = useScorecardSubject();
  const [picked, setPicked] = useState<string>();
  const snippets = buildSnippets(
    check.description?.remediation.snippets ?? {},
    check.result,
    scorecard.results,
  );
  const shown =
    snippets.find(snippet => snippet.language === picked) ?? snippets[0];
  if (shown === undefined) return null;
  return (
    <div className={classes.frame}>
      <div className={classes.snippetHead}>
        <div
          className={classes.languages}
          role="group"
          aria-label={t('check.language')}
        >
          {snippets.map(({ language }) => (
            <button
              key={language}
              type="button"
              className={classes.language}
              aria-pressed={language === shown.language}
              onClick={() => setPicked(language)}
            >
              {language}
            </button>
          ))}
        </div>
        <CopyButton
          variant="text"
          label={t('action.copy')}
          getText={() => shown.text}
        />
      </div>
      <CodeBlock
        label={t('check.snippet', { language: shown.language })}
        lines={shown.text
          .trimEnd()
          .split('\n')
          .map(text => ({ text, mark: '+', kind: 'added' as const }))}
      />
    </div>
  );
}
