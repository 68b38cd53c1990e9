import { z } from 'zod';

/** How many tests passed and failed. */
export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
}

const jestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/** Reads Jest's JSON report. A file that could not even be loaded counts as one failed test. */
export function summarizeJest(report: string): TestSummary {
  const numbers = jestReportSchema.parse(JSON.parse(report));
  return {
    passed: numbers.numPassedTests,
    failed: numbers.numFailedTests + numbers.numRuntimeErrorTestSuites,
  };
}

const playwrightReportSchema = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    flaky: z.number(),
    unexpected: z.number(),
  }),
});

/** Reads Playwright's JSON report. An error outside of all tests counts as one failed test. */
export function summarizePlaywright(report: string): TestSummary {
  const { errors, stats } = playwrightReportSchema.parse(JSON.parse(report));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  };
}

/** `tests: 3 passed, 0 failed` */
export function formatSummary(name: string, summary: TestSummary): string {
  return `${name}: ${summary.passed} passed, ${summary.failed} failed`;
}

/** A run without any test has not shown anything, so it is not a success. */
export function isSuccess({ passed, failed }: TestSummary): boolean {
  return passed > 0 && failed === 0;
}
