import { testCheck } from '../../testing';
import { tracing } from './tracing';

testCheck(tracing, [
  {
    title: 'tracing of all functions of a Serverless service',
    files: {
      'serverless.yml':
        'service: a\nprovider:\n  name: aws\n  tracing: { lambda: true }\nfunctions:\n  a: { handler: a.b }\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'functions.a', outcome: 'pass', at: 'serverless.yml:4' },
    ],
  },
]);
