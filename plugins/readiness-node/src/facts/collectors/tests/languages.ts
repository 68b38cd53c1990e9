import type { SourceLanguage } from '../../types/tests';

/** How a language is told by its files, and its tests by name and content. */
export interface LanguageRule {
  readonly language: SourceLanguage;
  readonly extension: RegExp;
  /** Paths that are tests by the conventions of the language. */
  readonly testPath: RegExp;
  /** What a test of that path must contain, when the path alone proves nothing. */
  readonly testContent?: RegExp;
  /** Paths elsewhere count as tests when they contain this. */
  readonly testContentAnywhere?: RegExp;
  /** Framework by content, the first that matches. */
  readonly frameworks: ReadonlyArray<readonly [RegExp, string]>;
}

const JVM_PATH =
  /(^|\/)src\/(test|it|integrationTest|androidTest|testFixtures|functionalTest)\/|(Tests?|IT|Spec|TestCase)\.(java|kt|scala|groovy)$/;
const JVM_FRAMEWORKS: LanguageRule['frameworks'] = [
  [/org\.junit\.jupiter|org\.junit\.|junit\.framework/, 'JUnit'],
  [/org\.testng/, 'TestNG'],
  [/spock\.lang/, 'Spock'],
  [/org\.scalatest|munit|specs2|zio\.test/, 'ScalaTest'],
  [/io\.kotest|kotlin\.test/, 'Kotest'],
  [/./, 'JUnit'],
];
const SCRIPT_PATH =
  /\.(test|spec|cy|e2e|e2e-spec|steps)\.[cm]?[jt]sx?$|(^|\/)(__tests__|cypress\/(e2e|integration))\/|(^|\/)(tests?|e2e|spec)\/.*\.[cm]?[jt]sx?$/;
const SCRIPT_CONTENT =
  /\b(describe|it|test|suite|Scenario|Given|fixture)(\.\w+)*\s*(\(|`)|from ['"]node:test|require\(['"]node:test/;
const SCRIPT_FRAMEWORKS: LanguageRule['frameworks'] = [
  [/@playwright\/test/, 'Playwright'],
  [/\bcy\.|cypress/, 'Cypress'],
  [/vitest/, 'Vitest'],
  [/node:test/, 'node:test'],
  [/mocha|chai/, 'Mocha'],
  [/\bava\b/, 'AVA'],
  [/jasmine/, 'Jasmine'],
  [/./, 'Jest'],
];

/** Languages applications are written in. */
// prettier-ignore
export const LANGUAGES: readonly LanguageRule[] = [
  { language: 'Go', extension: /\.go$/, testPath: /_test\.go$/, testContent: /^func (Test|Example|Fuzz|Benchmark)|ginkgo/m, frameworks: [[/onsi\/ginkgo/, 'Ginkgo'], [/./, 'go test']] },
  { language: 'Java', extension: /\.java$/, testPath: JVM_PATH, testContent: /@(Test|ParameterizedTest|Property|RunWith|QuarkusTest|Suite|Given|ArchTest)\b|extends TestCase/, frameworks: JVM_FRAMEWORKS },
  { language: 'Kotlin', extension: /\.kt$/, testPath: JVM_PATH, testContent: /@(Test|ParameterizedTest|RunWith)\b|Spec\(|should\(|kotest/, frameworks: JVM_FRAMEWORKS },
  { language: 'Scala', extension: /\.scala$/, testPath: JVM_PATH, frameworks: JVM_FRAMEWORKS },
  { language: 'Groovy', extension: /\.groovy$/, testPath: JVM_PATH, testContent: /@Test\b|extends Specification/, frameworks: JVM_FRAMEWORKS },
  { language: 'TypeScript', extension: /\.[cm]?tsx?$|\.vue$|\.svelte$/, testPath: SCRIPT_PATH, testContent: SCRIPT_CONTENT, frameworks: SCRIPT_FRAMEWORKS },
  { language: 'JavaScript', extension: /\.[cm]?jsx?$/, testPath: SCRIPT_PATH, testContent: SCRIPT_CONTENT, frameworks: SCRIPT_FRAMEWORKS },
  { language: 'Python', extension: /\.py$/, testPath: /(^|\/)(test_[\w-]+|[\w-]+_tests?|tests?)\.py$|(^|\/)tests?\/.*\.py$/, testContent: /^[ \t]*(async )?def test_|^class \w*Test|unittest\.TestCase|pytest|@(given|when|then)\(/m, frameworks: [[/unittest|django\.test|TestCase/, 'unittest'], [/./, 'pytest']] },
  { language: 'Ruby', extension: /\.rb$/, testPath: /_(spec|test)\.rb$|(^|\/)(spec|test)\/.*\.rb$|(^|\/)test_\w+\.rb$/, testContent: /\b(describe|context|it|test|should|RSpec|Minitest|Test::Unit|TestCase)\b/, frameworks: [[/minitest|TestCase|Test::Unit/i, 'Minitest'], [/./, 'RSpec']] },
  { language: 'PHP', extension: /\.php$/, testPath: /Test\.php$|(^|\/)tests?\/.*\.php$|Cest\.php$|Spec\.php$/, testContent: /TestCase|function test|@test|#\[Test\]|\b(it|test)\(|Cest|ObjectBehavior/, frameworks: [[/\b(it|test)\(['"]/, 'Pest'], [/./, 'PHPUnit']] },
  { language: 'C#', extension: /\.cs$/, testPath: /(Tests?|Specs?|Should)\.cs$|\.(Unit|Integration)?\.?Tests?\/|(^|\/)tests?\/.*\.cs$/i, testContent: /\[(Fact|Theory|Test|TestCase|TestMethod|TestClass|TestFixture|SkippableFact|Property|Binding)\b/, frameworks: [[/Xunit|\[Fact|\[Theory/, 'xUnit'], [/NUnit|\[TestFixture|\[TestCase/, 'NUnit'], [/./, 'MSTest']] },
  { language: 'F#', extension: /\.fs$/, testPath: /Tests?\.fs$/, frameworks: [[/Expecto/, 'Expecto'], [/./, 'xUnit']] },
  { language: 'Rust', extension: /\.rs$/, testPath: /(^|\/)tests\/.*\.rs$/, testContent: /#\[(\w+::)*test\b|rstest|proptest!/, testContentAnywhere: /#\[(\w+::)*test\b|#\[cfg\(test\)\]/, frameworks: [[/./, 'cargo test']] },
  { language: 'Elixir', extension: /\.exs?$/, testPath: /_test\.exs$/, frameworks: [[/./, 'ExUnit']] },
  { language: 'Dart', extension: /\.dart$/, testPath: /_test\.dart$/, frameworks: [[/./, 'dart test']] },
  { language: 'Swift', extension: /\.swift$/, testPath: /Tests?\.swift$|(^|\/)\w*Tests\//, testContent: /XCTest|@Test\b|import Testing/, frameworks: [[/./, 'XCTest']] },
  { language: 'C++', extension: /\.(cc|cpp|cxx|hpp)$/, testPath: /(_test|_unittest|Tests?)\.(cc|cpp|cxx)$|(^|\/)tests?\/.*\.(cc|cpp|cxx)$|(^|\/)test_\w+\.(cc|cpp)$/, testContent: /\b(TEST|TEST_F|TEST_P|TEST_CASE|BOOST_AUTO_TEST_CASE|SCENARIO|QTEST_MAIN)\b|assert\(/, frameworks: [[/gtest/, 'GoogleTest'], [/catch2|TEST_CASE/i, 'Catch2'], [/./, 'CTest']] },
  { language: 'C', extension: /\.c$/, testPath: /(_test|Tests?)\.c$|(^|\/)tests?\/.*\.c$|(^|\/)test_\w+\.c$/, testContent: /assert|TEST|check\.h|cmocka|unity\.h|CU_/, frameworks: [[/cmocka/, 'cmocka'], [/unity\.h/, 'Unity'], [/./, 'C tests']] },
  { language: 'Clojure', extension: /\.clj[cs]?$/, testPath: /_test\.clj[cs]?$|(^|\/)test\/.*\.clj/, testContent: /deftest|clojure\.test/, frameworks: [[/./, 'clojure.test']] },
  { language: 'Perl', extension: /\.(pl|pm)$/, testPath: /\.t$/, frameworks: [[/./, 'Test::More']] },
];
