import type { Attestation, Problem } from 'backstage-plugin-readiness-common';
import { readMapping } from './annotations';
import { addDays, isDay } from './days';
import { isEntityRef } from './entityRefs';
import type { WaiverContext } from './waiverContext';

/** Annotation prefix of attestations; a check id follows. @public */
export const ATTESTATION_ANNOTATION_PREFIX = 'readiness/attest.';

const KEYS = ['evidence', 'on', 'by', 'until'];

/** Attestations that are well written, and the problems of the others. */
export interface AttestationReading {
  readonly attestations: readonly Attestation[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every `readiness/attest.*` annotation. Whatever is wrong with one makes
 * it a problem and lifts nothing.
 *
 * @public
 */
export function readAttestations(
  annotations: Readonly<Record<string, string>>,
  context: WaiverContext,
): AttestationReading {
  const attestations: Attestation[] = [];
  const problems: Problem[] = [];
  for (const [key, text] of Object.entries(annotations)) {
    if (!key.startsWith(ATTESTATION_ANNOTATION_PREFIX)) continue;
    const result = readAttestation(key, text, context);
    if (typeof result === 'string') {
      problems.push({
        kind: 'invalid-attestation',
        annotation: key,
        message: `${key}: ${result}`,
      });
    } else {
      attestations.push(result);
    }
  }
  return { attestations, problems };
}

function readAttestation(
  key: string,
  text: string,
  context: WaiverContext,
): Attestation | string {
  const id = key.slice(ATTESTATION_ANNOTATION_PREFIX.length);
  if (!context.checkIds.has(id)) return 'names no check; it lifts nothing';
  const reading = readMapping(
    key,
    text,
    KEYS,
    evidence =>
      `evidence: ${JSON.stringify(evidence)}\non: ${
        context.today
      }\nby: group:default/your-team`,
  );
  if (reading.kind === 'problem') return reading.message;
  const get = (name: string): string => {
    const value = reading.entries.get(name);
    return typeof value === 'string' ? value : '';
  };
  const evidence = get('evidence');
  if (!URL.canParse(evidence) || new URL(evidence).protocol !== 'https:')
    return 'evidence must be an https URL';
  const on = get('on');
  if (!isDay(on)) return `on '${on}' is not a day written YYYY-MM-DD`;
  if (on > context.today) return `on ${on} lies in the future`;
  const by = get('by');
  if (!isEntityRef(by))
    return `by '${by}' is not a full entity reference like group:default/checkout`;
  if (context.hasEntity?.(by) === false)
    return `by '${by}' does not exist in the catalog`;
  const lastDay = addDays(on, context.config.attestationDays);
  const wanted = get('until');
  if (wanted !== '' && !isDay(wanted))
    return `until '${wanted}' is not a day written YYYY-MM-DD`;
  const until = wanted !== '' && wanted < lastDay ? wanted : lastDay;
  return {
    id,
    evidence,
    on,
    by,
    until,
    state: until < context.today ? 'expired' : 'active',
  };
}
