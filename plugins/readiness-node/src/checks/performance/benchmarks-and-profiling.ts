import { defineCheck, findToolUses, passToolUses, presence } from '../../check';

export const benchmarksAndProfiling = defineCheck({
  id: 'benchmarks-and-profiling',
  category: 'performance',
  kind: 'presence',
  level: 3,
  severity: 'low',
  isAttestable: true,
  title: 'Benchmarks or profilers show where time goes',
  description:
    'There are benchmarks (Go, JMH, criterion, pytest-benchmark, BenchmarkDotNet) or a profiler is at work (Dynatrace, Pyroscope, VisualVM, Java Flight Recorder, Valgrind, the Datadog profiler, pprof).',
  rationale:
    'Optimising without measuring makes the code harder to read and the other half slow. A benchmark in the repository or a profiler in production says which loop is worth an afternoon.',
  references: [
    {
      title: 'Go: benchmarks',
      url: 'https://pkg.go.dev/testing#hdr-Benchmarks',
    },
    { title: 'JMH', url: 'https://github.com/openjdk/jmh' },
    {
      title: 'Dynatrace OneAgent',
      url: 'https://docs.dynatrace.com/docs/ingest-from/dynatrace-oneagent',
    },
    {
      title: 'Valgrind',
      url: 'https://valgrind.org/docs/manual/quick-start.html',
    },
    { title: 'VisualVM', url: 'https://visualvm.github.io/' },
  ],
  remediation: {
    summary:
      'Write a benchmark of the hottest function, or turn a continuous profiler on.',
    effortMinutes: 60,
    snippets: {
      go: 'func BenchmarkTotal(b *testing.B) {\n\tfor b.Loop() {\n\t\tTotal(items)\n\t}\n}\n',
      kubernetes: 'env:\n  - name: DD_PROFILING_ENABLED\n    value: "true"\n',
      dockerfile:
        'ENV JAVA_TOOL_OPTIONS="-XX:StartFlightRecording=disk=true,maxage=12h"\n',
    },
  },
  examples: [
    {
      title: 'A Go benchmark',
      files: { 'a_test.go': 'package a\n\nfunc BenchmarkA(b *testing.B) {}\n' },
      outcome: 'pass',
      findings: [{ subject: 'a_test.go', outcome: 'pass', at: 'a_test.go:3' }],
    },
    {
      title: 'Java Flight Recorder',
      files: {
        Dockerfile:
          'FROM eclipse-temurin:21\nENV JAVA_TOOL_OPTIONS="-XX:StartFlightRecording"\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'Dockerfile', outcome: 'pass', at: 'Dockerfile:2' },
      ],
    },
    {
      title: 'Nothing',
      files: { 'a_test.go': 'package a\n\nfunc TestA(t *testing.T) {}\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    return presence(
      context,
      'benchmarks or profilers (Go, JMH, criterion, pytest-benchmark; Dynatrace, Pyroscope, VisualVM, Java Flight Recorder, Valgrind, Datadog profiler)',
      passToolUses(findToolUses(context.facts, 'benchmark', 'profiler')),
    );
  },
});
