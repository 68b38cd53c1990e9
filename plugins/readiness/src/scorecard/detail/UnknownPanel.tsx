import { CodeBlock } from '../../components/code/CodeBlock';
import { CopyButton } from '../../components/controls/CopyButton';
import { Sentence } from '../../components/code/Setting';
import { addDays } from '../../format/formatTime';
import {
  useTranslation,
  type Translate,
} from '../../translation/useTranslation';
import {
  buildAttestationYaml,
  buildUnknownAdvice,
  type UnknownAdvice as Advice,
} from '../build/buildUnknownAdvice';
import type { CheckView } from '../build/checkView';
import { useScorecardSubject } from '../ScorecardContext';
import { useDetailStyles } from './detailStyles';

/** What to tell Readiness so that an unknown becomes decided. */
export function UnknownAdvice(props: { readonly check: CheckView }) {
  const { check } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  const { entity } = useScorecardSubject();
  const finding = check.result.findings.find(
    each => each.outcome === 'unknown',
  );
  const owner = entity.spec?.owner;
  const yaml = buildAttestationYaml(
    check.id,
    addDays(Date.now(), 0),
    typeof owner === 'string' ? owner : 'group:default/…',
  );
  return (
    <>
      <h5 className={classes.heading}>{t('unknown.whatToTell')}</h5>
      <p>{t('unknown.anyDecides')}</p>
      <ul className={classes.bullets}>
        {buildUnknownAdvice(finding).map(advice => (
          <li key={advice.kind}>
            <Sentence>{describeAdvice(advice, t)}</Sentence>
          </li>
        ))}
        <li>{t('unknown.attest')}</li>
      </ul>
      <div className={classes.frame}>
        <div className={classes.snippetHead}>
          <span>{t('unknown.annotation')}</span>
          <CopyButton
            variant="text"
            label={t('action.copy')}
            getText={() => yaml}
          />
        </div>
        <CodeBlock
          label={t('unknown.annotation')}
          lines={yaml
            .trimEnd()
            .split('\n')
            .map(text => ({ text, mark: '+', kind: 'added' as const }))}
        />
      </div>
      <p className={classes.secondary} style={{ marginTop: 6 }}>
        {check.result.level === 3
          ? t('unknown.countsLevel3')
          : t('unknown.counts', { level: check.result.level })}
      </p>
    </>
  );
}

function describeAdvice(advice: Advice, t: Translate): string {
  switch (advice.kind) {
    case 'variable-default':
      return t('unknown.variableDefault', { name: advice.name });
    case 'variable-file':
      return t('unknown.variableFile', { name: advice.name });
    case 'helm-value':
      return t('unknown.helmValue', { name: advice.name });
    case 'parameter-default':
      return t('unknown.parameterDefault', { name: advice.name });
    case 'narrower-link':
      return t('unknown.narrowerLink');
    case 'literal':
      return t('unknown.literal');
    default:
      return advice satisfies never;
  }
}
