import {
  defineCheck,
  notApplicable,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { SourceLanguage } from '../../facts/types/tests';

/** Languages whose tests count for each other. */
const FAMILIES: readonly (readonly SourceLanguage[])[] = [
  ['JavaScript', 'TypeScript'],
  ['Java', 'Kotlin', 'Scala', 'Groovy'],
  ['C', 'C++'],
  ['C#', 'F#'],
];

export const testsPresent = defineCheck({
  id: 'tests-present',
  category: 'tests',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'The application has automated tests',
  description:
    'There are test files for the languages the application is written in: by the naming conventions of Go, Java, Kotlin, JavaScript, TypeScript, Python, Ruby, PHP, .NET, Rust, Elixir and others, and by what the files contain. Not applicable without application source.',
  rationale:
    'Code without tests is changed with crossed fingers or not at all. The first test of a service costs an hour and decides whether everything else on this list (tests in CI, nightly runs, deploying after tests) can exist.',
  references: [
    {
      title: 'The Practical Test Pyramid',
      url: 'https://martinfowler.com/articles/practical-test-pyramid.html',
    },
  ],
  remediation: {
    summary:
      'Write a first test of the most important path, where the framework of the language looks for it.',
    effortMinutes: 60,
    snippets: {
      go: 'func TestCartTotal(t *testing.T) {\n\tif got := Total(items); got != 42 {\n\t\tt.Fatalf("Total() = %d", got)\n\t}\n}\n',
      typescript:
        "it('adds up the cart', () => {\n  expect(total(items)).toBe(42);\n});\n",
      python: 'def test_total():\n    assert total(items) == 42\n',
    },
  },
  examples: [
    {
      title: 'A Go service with a test',
      files: {
        'cart/cart.go': 'package cart\n\nfunc Total() int { return 1 }\n',
        'cart/cart_test.go':
          'package cart\n\nimport "testing"\n\nfunc TestTotal(t *testing.T) {}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'Go', outcome: 'pass', at: 'cart/cart_test.go:5' }],
    },
    {
      title: 'A Python service without tests',
      files: { 'app/main.py': 'print(1)\n' },
      outcome: 'fail',
    },
    {
      title: 'Terraform alone has no application source',
      files: { 'main.tf': 'resource "aws_sqs_queue" "a" {}\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const { sourceLanguages, testFiles } = context.facts;
    if (sourceLanguages.length === 0)
      return notApplicable('there is no application source in the files read');
    const findings = sourceLanguages.flatMap(({ language, fileCount }) => {
      const tests = findTests(context.facts, language);
      const [first] = tests;
      if (first === undefined) return [];
      return [
        pass(
          { subject: language, location: first.location },
          {
            message: `${tests.length} test files (${first.framework}) for ${fileCount} source files in ${language}`,
            at: tests.slice(0, 3).map(test => test.location),
          },
        ),
      ];
    });
    const other =
      testFiles.length > 0
        ? `; the ${testFiles.length} test files are of other languages`
        : '';
    return presence(
      context,
      `test files in ${sourceLanguages
        .map(({ language }) => language)
        .join(', ')}${other}`,
      findings,
    );
  },
});

function findTests(
  { testFiles }: CheckContext['facts'],
  language: SourceLanguage,
) {
  const family = FAMILIES.find(each => each.includes(language)) ?? [language];
  return testFiles.filter(test => family.includes(test.language));
}
