import { testCheck } from '../../testing';
import { testsPresent } from './tests-present';

const source = (path: string, text = 'x') => ({ [path]: `${text}\n` });

testCheck(testsPresent, [
  ...(
    [
      [
        'Java',
        'src/main/java/App.java',
        'src/test/java/AppTest.java',
        'import org.junit.jupiter.api.Test;\nclass AppTest { @Test void a() {} }',
      ],
      [
        'Kotlin',
        'src/main/kotlin/App.kt',
        'src/test/kotlin/AppTest.kt',
        'class AppTest { @Test fun a() {} }',
      ],
      ['TypeScript', 'src/app.ts', 'src/app.test.ts', "it('a', () => {});"],
      ['JavaScript', 'src/app.js', 'test/app.js', "describe('a', () => {});"],
      [
        'Python',
        'app/main.py',
        'tests/test_main.py',
        'def test_a():\n    pass',
      ],
      [
        'Ruby',
        'app/models/cart.rb',
        'spec/models/cart_spec.rb',
        'RSpec.describe Cart do\nend',
      ],
      [
        'PHP',
        'src/Cart.php',
        'tests/CartTest.php',
        '<?php class CartTest extends TestCase {}',
      ],
      [
        'C#',
        'src/Cart/Cart.cs',
        'src/Cart.Tests/CartTests.cs',
        'public class CartTests { [Fact] public void A() {} }',
      ],
      [
        'Rust',
        'src/main.rs',
        'src/lib.rs',
        '#[cfg(test)]\nmod tests { #[test] fn a() {} }',
      ],
      [
        'Elixir',
        'lib/cart.ex',
        'test/cart_test.exs',
        'defmodule CartTest do\nend',
      ],
      ['Dart', 'lib/main.dart', 'test/main_test.dart', 'void main() {}'],
      [
        'C++',
        'src/main.cpp',
        'tests/main_test.cpp',
        '#include <gtest/gtest.h>\nTEST(A, B) {}',
      ],
    ] as const
  ).map(([language, path, test, text]) => ({
    title: `finds tests in ${language}`,
    files: { ...source(path), ...source(test, text) },
    outcome: 'pass' as const,
    findings: [{ subject: language, outcome: 'pass' as const }],
  })),
  {
    title: 'TypeScript tests of JavaScript count',
    files: {
      ...source('src/a.js'),
      ...source('src/a.test.ts', "test('a', () => {})"),
    },
    outcome: 'pass',
  },
  {
    title: 'a file named test without a test',
    files: {
      ...source('src/a.ts'),
      ...source('test/setup.ts', 'export const a = 1'),
    },
    outcome: 'fail',
  },
  {
    title: 'tests of another language prove nothing',
    files: {
      ...source('src/main/java/App.java'),
      ...source('test_x.py', 'def test_x(): pass'),
    },
    outcome: 'fail',
  },
  {
    title: 'Terratest is not a test of the application',
    files: {
      ...source('cmd/main.go', 'package main'),
      ...source(
        'infra/test/a_test.go',
        'import "github.com/gruntwork-io/terratest/modules/terraform"\nfunc TestA(t *testing.T) {}',
      ),
    },
    outcome: 'fail',
  },
  {
    title: 'a Chef cookbook has no application source',
    files: {
      'metadata.rb': "name 'x'\n",
      ...source('recipes/default.rb', "package 'nginx'"),
    },
    outcome: 'not-applicable',
  },
  {
    title: 'CDK programs are infrastructure',
    files: {
      ...source('lib/stack.ts', "import { Stack } from 'aws-cdk-lib';"),
      'cdk.json': '{}',
    },
    outcome: 'not-applicable',
  },
  {
    title: 'scripts and configuration are not the application',
    files: {
      ...source('scripts/seed.py'),
      ...source('jest.config.js'),
      ...source('docs/conf.py'),
    },
    outcome: 'not-applicable',
  },
]);
