import { testCheck } from '../../testing';
import { benchmarksAndProfiling } from './benchmarks-and-profiling';

const file = (path: string, text: string, line = 1) => ({
  title: `${path}: ${text.slice(0, 40)}`,
  files: { [path]: text },
  outcome: 'pass' as const,
  findings: [
    { subject: path, outcome: 'pass' as const, at: `${path}:${line}` },
  ],
});

testCheck(benchmarksAndProfiling, [
  file(
    'src/jmh/java/A.java',
    'import org.openjdk.jmh.annotations.Benchmark;\n',
  ),
  file(
    'benches/a.rs',
    'use criterion::Criterion;\ncriterion_group!(benches, a);\n',
  ),
  file('tests/test_a.py', 'def test_a(benchmark):\n    benchmark(a)\n'),
  file(
    'k8s/dynakube.yaml',
    'apiVersion: dynatrace.com/v1beta2\nkind: DynaKube\n',
  ),
  file(
    'k8s/a.yaml',
    'a:\n  env:\n    - name: PYROSCOPE_SERVER_ADDRESS\n      value: x\n',
    3,
  ),
  file(
    'k8s/b.yaml',
    'a:\n  env:\n    - name: DD_PROFILING_ENABLED\n      value: "true"\n',
    3,
  ),
  file(
    'Dockerfile',
    'FROM a:1\nENV JAVA_OPTS="-Dcom.sun.management.jmxremote.port=9010"\n',
    2,
  ),
  file('CMakeLists.txt', 'project(a)\nfind_program(VALGRIND valgrind)\n', 2),
  file('Makefile', 'memcheck:\n\tvalgrind --leak-check=full ./a\n', 2),
  file(
    'app/src/jmh/kotlin/com/example/loyalty/TierBenchmark.kt',
    'import org.openjdk.jmh.annotations.Benchmark\n',
    1,
  ),
  file('main.go', 'package main\n\nimport _ "net/http/pprof"\n', 3),
  {
    title: 'the Datadog profiler turned off',
    files: {
      'a.yaml': 'env:\n  - name: DD_PROFILING_ENABLED\n    value: "false"\n',
    },
    outcome: 'fail',
  },
]);
