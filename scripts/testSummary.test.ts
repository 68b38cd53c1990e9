import {
  formatSummary,
  isSuccess,
  summarizeJest,
  summarizePlaywright,
} from './testSummary';

describe('summarizeJest', () => {
  it('counts tests, and test files that could not be loaded', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
    };
    expect(summarizeJest(JSON.stringify(report))).toEqual({
      passed: 7,
      failed: 3,
    });
  });
});

describe('summarizePlaywright', () => {
  it('counts tests, and errors outside of them', () => {
    const report = {
      errors: [{ message: 'no server' }],
      stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 5 },
    };
    expect(summarizePlaywright(JSON.stringify(report))).toEqual({
      passed: 4,
      failed: 3,
    });
  });
});

describe('isSuccess', () => {
  it.each([
    { passed: 1, failed: 0, expected: true },
    { passed: 1, failed: 1, expected: false },
    { passed: 0, failed: 0, expected: false },
  ])(
    '$passed passed, $failed failed: $expected',
    ({ expected, ...summary }) => {
      expect(isSuccess(summary)).toBe(expected);
    },
  );
});

describe('formatSummary', () => {
  it('makes the line that other programs read', () => {
    expect(formatSummary('tests', { passed: 12, failed: 0 })).toBe(
      'tests: 12 passed, 0 failed',
    );
  });
});
