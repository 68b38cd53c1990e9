import { defineCheck, presence } from '../../check';
import { passLibraries } from '../metrics/clientLibraries';
import { judgeSignals } from '../metrics/signalFindings';

export const structuredLogs = defineCheck({
  id: 'structured-logs',
  category: 'logs',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'Logs are structured',
  description:
    'A JSON logger is configured: an encoder in logback or log4j, a JSON handler or formatter in the source, or a library that writes JSON.',
  rationale:
    'A machine has to read a log line before a person does. With fields instead of prose the question "all errors of this customer since noon" is a filter and not an evening with regular expressions.',

  references: [
    {
      title: 'Go: structured logging with slog',
      url: 'https://go.dev/blog/slog',
    },
  ],
  remediation: {
    summary:
      'Log JSON: slog.NewJSONHandler, pino, structlog, a LogstashEncoder in logback.xml.',
    effortMinutes: 45,
    snippets: {
      go: 'slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))\n',
      logback:
        '<appender name="json" class="ch.qos.logback.core.ConsoleAppender">\n  <encoder class="net.logstash.logback.encoder.LogstashEncoder"/>\n</appender>\n',
    },
  },
  examples: [
    {
      title: 'slog with JSON',
      files: {
        'main.go':
          'package main\n\nfunc main() {\n\tslog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))\n}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'main.go', outcome: 'pass', at: 'main.go:4' }],
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    return presence(context, 'structured logs (a JSON logger or encoder)', [
      ...judgeSignals(context, 'structured-logs'),
      ...passLibraries(context, 'structured-logs'),
    ]);
  },
});
