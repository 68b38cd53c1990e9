/**
 * The frontend of Readiness for the new frontend system.
 *
 * @packageDocumentation
 */
export { readinessPlugin as default } from './plugin';
export { readinessApiRef } from './api';
export { isReadinessAvailable } from './isReadinessAvailable';
export { readinessTranslationRef } from './translation/translation';
