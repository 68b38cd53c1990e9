import { testCheck } from '../../testing';
import { structuredLogs } from './structured-logs';

testCheck(structuredLogs, [
  {
    title: 'a JSON subscriber in Rust',
    files: {
      'src/main.rs':
        'use tracing_subscriber::fmt;\nfn main() {\n    fmt().json().init();\n}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'src/main.rs', outcome: 'pass', at: 'src/main.rs:3' },
    ],
  },
]);
