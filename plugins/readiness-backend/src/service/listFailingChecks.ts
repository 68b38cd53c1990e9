import type {
  CategoryId,
  CheckResult,
  FailingCheck,
  Scorecard,
  Severity,
} from 'backstage-plugin-readiness-common';
import { FormatLink, linkEvidence } from './addEvidenceLinks';

const ORDER: Readonly<Record<Severity, number>> = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 3,
};

/** Failing checks of a category, worst first, waived ones last. */
export function listFailingChecks(
  scorecard: Scorecard,
  category: CategoryId,
  formatLink: FormatLink,
): readonly FailingCheck[] {
  return scorecard.results
    .filter(result => result.category === category && result.outcome === 'fail')
    .map(result => describe(result, scorecard, formatLink))
    .sort(
      (a, b) =>
        Number(a.isWaived) - Number(b.isWaived) ||
        ORDER[a.severity] - ORDER[b.severity],
    );
}

function describe(
  result: CheckResult,
  scorecard: Scorecard,
  formatLink: FormatLink,
): FailingCheck {
  const failing = result.findings.filter(({ outcome }) => outcome === 'fail');
  const [first] = failing;
  const [evidence] = first?.evidence ?? [];
  const linked =
    evidence && linkEvidence(evidence, scorecard.sources, formatLink);
  return {
    checkId: result.checkId,
    severity: result.severity,
    outcome: result.outcome,
    isWaived: result.isWaived,
    message: first?.message ?? result.message,
    failingFindings: failing.length,
    ...(first !== undefined && { subject: first.subject }),
    ...(linked !== undefined && {
      evidenceLabel: `${linked.path}:${linked.startLine}`,
      ...(linked.url !== undefined && { evidenceUrl: linked.url }),
    }),
  };
}
