const createPackageConfig = require('../../scripts/eslintPackageConfig');

module.exports = createPackageConfig(__dirname, [
  {
    // The generated index above them also sorts them.
    files: 'checks/*/**',
    mayImport: [
      'checks',
      'check',
      'facts/types',
      'facts/facts.ts',
      'facts/subject.ts',
      'facts/testEnvironments.ts',
      'facts/value.ts',
    ],
    why: 'A check is pure: it sees facts, never how they were read or what becomes of its verdict.',
  },
  {
    files: 'check',
    mayImport: [
      'check',
      'facts/types',
      'facts/entity.ts',
      'facts/facts.ts',
      'facts/value.ts',
    ],
    why: 'The contract of checks speaks of facts, never of files.',
  },
  {
    files: 'parsers',
    mayImport: ['parsers'],
    why: 'A parser turns text into a tree and knows nothing of readiness.',
  },
  {
    files: 'facts',
    mayImport: ['facts', 'parsers'],
    why: 'Facts are collected without knowing which checks read them.',
  },
  {
    files: '{evaluation,waivers}/**',
    mayImport: [
      'evaluation',
      'waivers',
      'check',
      'checklist',
      'facts/types',
      'facts/collectedFacts.ts',
      'facts/entity.ts',
      'facts/facts.ts',
      'facts/paths.ts',
      'facts/testEnvironments.ts',
      'facts/value.ts',
      'version.ts',
    ],
    why: 'Evaluation and waivers work on facts and verdicts, never on files.',
  },
]);
