/**
 * The types every side of Readiness speaks, its permissions and its API client.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './checklist';
export * from './client';
export * from './evidence';
export * from './finding';
export * from './outcome';
export * from './permissions';
export * from './problem';
export * from './scorecard';
export * from './waiver';
