export * from './applyWaivers';
export * from './matchSubject';
export * from './readAttestations';
export * from './readWaivers';
export * from './waiverContext';
