export * from './check';
export * from './forEachSubject';
export * from './judge';
export * from './library';
export * from './presence';
export * from './selectors';
export * from './verdict';
