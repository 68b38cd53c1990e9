import { testCheck } from '../../testing';
import { coverageGate } from './coverage-gate';

const files = (path: string, text: string) => ({
  title: path,
  files: { [path]: text },
  outcome: 'pass' as const,
  findings: [{ subject: path, outcome: 'pass' as const }],
});

testCheck(coverageGate, [
  files(
    'vitest.config.ts',
    'export default { test: { coverage: { thresholds: { lines: 80 } } } };\n',
  ),
  files('.nycrc', '{ "check-coverage": true }\n'),
  files('.coveragerc', '[report]\nfail_under = 80\n'),
  files('pom.xml', '<project>\n<minimum>0.80</minimum></project>\n'),
  files(
    'build.gradle',
    'jacocoTestCoverageVerification {\n  violationRules { rule { limit { minimum = 0.8 } } }\n}\n',
  ),
  files(
    'codecov.yml',
    'coverage:\n  status:\n    project:\n      default:\n        target: 80%\n',
  ),
  files(
    'spec/spec_helper.rb',
    'SimpleCov.start do\n  minimum_coverage 90\nend\n',
  ),
  files(
    'Api.csproj',
    '<Project><PropertyGroup><Threshold>80</Threshold></PropertyGroup></Project>\n',
  ),
  {
    title: 'a flag in CI',
    files: {
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  t:\n    steps:\n      - run: pytest --cov=app --cov-fail-under=80\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.github/workflows/ci.yml#t',
        outcome: 'pass',
        at: '.github/workflows/ci.yml:5',
      },
    ],
  },
  {
    title: 'Codecov without a target',
    files: { 'codecov.yml': 'comment: false\n' },
    outcome: 'fail',
  },
]);
