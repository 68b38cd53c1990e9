import { version } from '../package.json';

/**
 * Version of the engine: facts and scorecards of another version are computed
 * anew.
 *
 * @public
 */
export const engineVersion: string = version;
