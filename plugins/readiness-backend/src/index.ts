/**
 * The backend plugin of Readiness.
 *
 * @packageDocumentation
 */
export { readinessPlugin as default } from './plugin';
