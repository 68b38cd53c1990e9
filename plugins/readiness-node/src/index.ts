/**
 * The engine of Readiness: facts, checks, evaluation, scoring and waivers.
 *
 * @packageDocumentation
 */
export * from './check';
export * from './checklist/categories';
export * from './checklist/describeChecklist';
export { builtInChecks } from './checks';
export * from './evaluation/config';
export * from './evaluation/entityFacts';
export * from './evaluation/evaluateEntity';
export { getFailingRequired } from './evaluation/level';
export * from './evaluation/readEvaluationConfig';
export * from './evaluation/requirement';
export * from './evaluation/score';
export * from './extensionPoints';
export * from './facts/collectFacts';
export * from './facts/collectedFacts';
export * from './facts/collector';
export { builtInCollectors } from './facts/collectors';
export * from './facts/createSnapshotFile';
export * from './facts/entity';
export * from './facts/facts';
export * from './facts/paths';
export * from './facts/snapshot';
export * from './facts/value';
export * from './version';
export {
  WAIVER_ANNOTATION_PREFIX,
  ATTESTATION_ANNOTATION_PREFIX,
  readWaivers,
  readAttestations,
} from './waivers';
export type { WaiverContext } from './waivers';
