/**
 * For authors of checks: judge files written in a test.
 *
 * @packageDocumentation
 */
export * from './checkTester';
export * from './createSnapshot';
export * from './formatGolden';
export * from './readFolderSnapshot';
