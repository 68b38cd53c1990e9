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
export type * from './facts/types/autoscalers';
export type * from './facts/types/commands';
export type * from './facts/types/configuration';
export type * from './facts/types/configurationManagement';
export type * from './facts/types/containers';
export type * from './facts/types/cost';
export type * from './facts/types/dataStores';
export type * from './facts/types/diskTypes';
export type * from './facts/types/documents';
export type * from './facts/types/hosts';
export type * from './facts/types/identity';
export type * from './facts/types/kubernetesObjects';
export type * from './facts/types/machines';
export type * from './facts/types/network';
export type * from './facts/types/observability';
export type * from './facts/types/packages';
export type * from './facts/types/pipelines';
export type * from './facts/types/scope';
export type * from './facts/types/secrets';
export type * from './facts/types/selectors';
export type * from './facts/types/signs';
export type * from './facts/types/systemdUnits';
export type * from './facts/types/targetGroups';
export type * from './facts/types/terraformProjects';
export type * from './facts/types/tests';
export type * from './facts/types/workloadContainers';
export type * from './facts/types/workloads';
export type * from './facts/types/zoneBalancers';
export type * from './facts/types/zonePlacements';
export type * from './facts/subject';
export type * from './facts/resource';
export { ResourceIndex } from './facts/resourceIndex';
export { FileIndex } from './facts/fileIndex';
export type * from './facts/quotedLines';
export type { Parser, ParseResult, ParseFailure } from './parsers/parser';
export * from './facts/value';
export * from './version';
export {
  WAIVER_ANNOTATION_PREFIX,
  ATTESTATION_ANNOTATION_PREFIX,
  readWaivers,
  readAttestations,
} from './waivers';
export type { WaiverContext } from './waivers';
