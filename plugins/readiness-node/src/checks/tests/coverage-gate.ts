import {
  defineCheck,
  findToolUses,
  pass,
  passToolUses,
  presence,
  type CheckContext,
} from '../../check';

const FLAG =
  /--cov-fail-under[= ]?\d+|--fail-under(-\w+)?[= ]?\d+|fail-under[= ]\d+|-?-?p?:?Threshold=\d+|--check-coverage|check-coverage|--coverageThreshold|--min[= ]\d+|jacocoTestCoverageVerification|koverVerify|jacoco:check|--minimum-coverage|cov-report.*fail-under|coverage report.*fail-under/;

export const coverageGate = defineCheck({
  id: 'coverage-gate',
  category: 'tests',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'Coverage has a threshold',
  description:
    'A threshold of test coverage stands in configuration: Jest, Vitest, nyc, coverage.py, JaCoCo, Codecov, SimpleCov, Coverlet, tarpaulin, excoveralls, or a flag of the command CI runs.',
  rationale:
    'A threshold does not make tests good, but it notices the week in which nobody wrote any.',
  references: [
    {
      title: 'Jest: coverageThreshold',
      url: 'https://jestjs.io/docs/configuration#coveragethreshold-object',
    },
    {
      title: 'coverage.py: fail_under',
      url: 'https://coverage.readthedocs.io/en/latest/config.html',
    },
    {
      title: 'JaCoCo: check',
      url: 'https://www.jacoco.org/jacoco/trunk/doc/check-mojo.html',
    },
  ],
  remediation: {
    summary:
      'Set the threshold to what you have today, and raise it with the tests.',
    effortMinutes: 15,
    snippets: {
      json: '"jest": {\n  "coverageThreshold": { "global": { "lines": 80 } }\n}\n',
      toml: '[tool.coverage.report]\nfail_under = 80\n',
      yaml: '# codecov.yml\ncoverage:\n  status:\n    project:\n      default:\n        target: 80%\n',
    },
  },
  examples: [
    {
      title: 'coverage.py',
      files: { 'pyproject.toml': '[tool.coverage.report]\nfail_under = 85\n' },
      outcome: 'pass',
      findings: [
        { subject: 'pyproject.toml', outcome: 'pass', at: 'pyproject.toml:2' },
      ],
    },
    {
      title: 'Jest',
      files: {
        'package.json':
          '{\n  "jest": {\n    "coverageThreshold": { "global": { "lines": 80 } }\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'package.json', outcome: 'pass', at: 'package.json:3' },
      ],
    },
    {
      title: 'Coverage without a threshold',
      files: {
        'jest.config.js': 'module.exports = { collectCoverage: true };\n',
      },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const configured = passToolUses(
      findToolUses(context.facts, 'coverage-gate'),
    );
    return presence(
      context,
      'a threshold of test coverage (Jest, Vitest, nyc, coverage.py, JaCoCo, Codecov, SimpleCov, Coverlet, …)',
      [...configured, ...findFlags(context)],
    );
  },
});

/** `pytest --cov-fail-under=80` in a job. */
function findFlags({ facts }: CheckContext) {
  return facts.jobs.flatMap(job => {
    const command = job.commands.find(({ text }) => FLAG.test(text));
    return command === undefined
      ? []
      : [
          pass(job, {
            message: `${job.name} demands coverage: ${command.text}`,
            at: [command.location],
          }),
        ];
  });
}
