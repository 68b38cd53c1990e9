import { useState } from 'react';
import type { Finding } from 'backstage-plugin-readiness-common';
import { TextButton } from '../../components/controls/TextButton';
import {
  useTranslation,
  type Translate,
} from '../../translation/useTranslation';
import type { CheckView } from '../build/checkView';
import { useDetailStyles } from './detailStyles';
import { FindingCard } from './FindingCard';
import { IneffectiveWaiver } from './IneffectiveWaiver';

const SHOWN = 8;
const ORDER = { fail: 0, unknown: 1, pass: 2 } as const;

/** The findings, failing ones first; the proof of a pass stands here too. */
export function FindingList(props: { readonly check: CheckView }) {
  const { check } = props;
  const classes = useDetailStyles();
  const t = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const findings = [...check.result.findings].sort(
    (one, other) => ORDER[one.outcome] - ORDER[other.outcome],
  );
  const shown = isOpen ? findings : findings.slice(0, SHOWN);
  return (
    <>
      <IneffectiveWaiver check={check} />
      <h5 className={classes.heading}>
        {check.mark === 'unknown'
          ? t('unknown.title')
          : describeFindings(findings, t)}
      </h5>
      {shown.map((finding, index) => (
        <FindingCard
          key={index}
          finding={finding}
          hasSnippet={isFirstWithLines(findings, index)}
        />
      ))}
      {findings.length > shown.length && (
        <TextButton onClick={() => setIsOpen(true)}>
          {t('finding.showMore', { count: findings.length - shown.length })}
        </TextButton>
      )}
    </>
  );
}

/**
 * Several aspects of one subject rest on the same lines: they are quoted once,
 * and not for what passes.
 */
function isFirstWithLines(findings: readonly Finding[], index: number) {
  const getPlace = (finding: Finding | undefined) => {
    const [first] = finding?.evidence ?? [];
    return first && `${first.repository} ${first.path} ${first.startLine}`;
  };
  const finding = findings[index];
  if (finding?.outcome === 'pass' && findings.length > 1) return false;
  const place = getPlace(finding);
  return findings.findIndex(each => getPlace(each) === place) === index;
}

function describeFindings(findings: readonly Finding[], t: Translate): string {
  const count = (outcome: Finding['outcome']) =>
    findings.filter(finding => finding.outcome === outcome).length;
  const parts = [
    count('fail') > 0 && t('finding.fail', { count: count('fail') }),
    count('unknown') > 0 && t('finding.unknown', { count: count('unknown') }),
    count('pass') > 0 && t('finding.pass', { count: count('pass') }),
  ].filter(part => part !== false);
  return `${t('finding.count', { count: findings.length })}: ${parts.join(
    ', ',
  )}`;
}
