import type {
  Attestation,
  CheckResult,
  Problem,
  Waiver,
} from 'backstage-plugin-readiness-common';
import type { FoldedResult } from '../evaluation/fold';
import { getCredit } from '../evaluation/fold';
import { matchSubject } from './matchSubject';
import { WAIVER_ANNOTATION_PREFIX } from './readWaivers';

/** What the application of waivers and attestations needs to know of a check. */
export interface CheckTraits {
  readonly isWaivable: boolean;
  readonly isAttestable: boolean;
  readonly passesIfAny: boolean;
}

/**
 * Joins results with the waivers and attestations written for them. Outcomes
 * stay as they are; a waiver on the check goes before one on its category.
 */
export function applyToResult(
  folded: FoldedResult,
  traits: CheckTraits,
  waivers: readonly Waiver[],
  attestations: readonly Attestation[],
): CheckResult {
  const waiver =
    waivers.find(each => each.id === folded.checkId) ??
    (traits.isWaivable
      ? waivers.find(each => each.id === folded.category)
      : undefined);
  const attestation = attestations.find(each => each.id === folded.checkId);
  return {
    ...folded,
    ...applyWaiver(folded, traits, waiver),
    ...applyAttestation(folded, traits, attestation),
  };
}

/** Waivers nobody needs any more: the check or the whole category passes. */
export function findUnneeded(
  results: readonly CheckResult[],
  waivers: readonly Waiver[],
): Problem[] {
  return waivers
    .filter(waiver => waiver.state === 'active' || waiver.state === 'expiring')
    .filter(waiver =>
      results
        .filter(
          result =>
            result.checkId === waiver.id || result.category === waiver.id,
        )
        .every(isSettled),
    )
    .map(waiver => ({
      kind: 'unneeded-waiver',
      annotation: `${WAIVER_ANNOTATION_PREFIX}${waiver.id}`,
      message: `${WAIVER_ANNOTATION_PREFIX}${waiver.id} is not needed any more: nothing it covers fails`,
    }));
}

function isSettled(result: FoldedResult): boolean {
  return result.outcome === 'pass' || result.outcome === 'not-applicable';
}

function applyWaiver(
  folded: FoldedResult,
  traits: CheckTraits,
  waiver: Waiver | undefined,
): Pick<CheckResult, 'isWaived' | 'waiver' | 'credit'> {
  if (waiver === undefined) return { isWaived: false };
  const isEffective = waiver.state === 'active' || waiver.state === 'expiring';
  if (!isEffective) return { isWaived: false, waiver };
  if (isSettled(folded)) {
    return waiver.id === folded.checkId
      ? { isWaived: false, waiver: { ...waiver, state: 'unneeded' } }
      : { isWaived: false };
  }
  if (folded.outcome === 'error') return { isWaived: false, waiver };
  const { subjects } = waiver;
  if (subjects === undefined) return { isWaived: true, waiver };
  const rest = folded.findings.filter(
    finding =>
      finding.outcome === 'pass' ||
      !subjects.some(glob => matchSubject(glob, finding.subject)),
  );
  if (rest.every(finding => finding.outcome === 'pass')) {
    return rest.length < folded.findings.length
      ? { isWaived: true, waiver }
      : { isWaived: false, waiver };
  }
  const credit = getCredit(rest, traits.passesIfAny);
  return {
    isWaived: false,
    waiver,
    ...(folded.credit !== undefined && credit !== undefined && { credit }),
  };
}

function applyAttestation(
  folded: FoldedResult,
  traits: CheckTraits,
  attestation: Attestation | undefined,
): Pick<CheckResult, 'isAttested' | 'attestation'> {
  if (attestation === undefined) return { isAttested: false };
  if (attestation.state !== 'active') return { isAttested: false, attestation };
  if (isSettled(folded))
    return {
      isAttested: false,
      attestation: { ...attestation, state: 'unneeded' },
    };
  const isLiftable =
    folded.outcome === 'unknown' ||
    (traits.isAttestable && folded.findings.every(isNoneFound));
  return isLiftable
    ? { isAttested: true, attestation }
    : {
        isAttested: false,
        attestation: { ...attestation, state: 'contradicted' },
      };
}

/** A presence check that found nothing, as opposed to counter-evidence. */
function isNoneFound(finding: FoldedResult['findings'][number]): boolean {
  return finding.evidence.length === 0 && finding.actual === 'none found';
}
