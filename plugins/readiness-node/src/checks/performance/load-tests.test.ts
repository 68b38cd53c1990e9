import { testCheck } from '../../testing';
import { loadTests } from './load-tests';

const file = (path: string, text: string) => ({
  title: path,
  files: { [path]: text },
  outcome: 'pass' as const,
  findings: [{ subject: path, outcome: 'pass' as const }],
});

testCheck(loadTests, [
  file('load/plan.jmx', '<jmeterTestPlan/>\n'),
  file(
    'src/test/scala/CartSimulation.scala',
    'import io.gatling.core.Predef._\n',
  ),
  file('locustfile.py', 'from locust import HttpUser\n'),
  file(
    'load/artillery.yml',
    'config:\n  target: x\n  phases:\n    - duration: 60\n      arrivalRate: 5\nscenarios: []\n',
  ),
  file('Makefile', 'load:\n\tvegeta attack -duration=5s < targets\n'),
  file('bench.sh', '#!/bin/sh\nwrk -t4 -c100 http://localhost/\n'),
  {
    title: 'a package script',
    files: {
      'package.json': '{"scripts":{\n"load":"artillery run load.yml"\n}}',
    },
    outcome: 'pass',
    findings: [
      { subject: 'package.json', outcome: 'pass', at: 'package.json:2' },
    ],
  },
  {
    title: 'a dependency',
    files: { 'requirements-dev.txt': 'pytest\nlocust==2\n' },
    outcome: 'pass',
    findings: [
      {
        subject: 'requirements-dev.txt',
        outcome: 'pass',
        at: 'requirements-dev.txt:2',
      },
    ],
  },
  {
    title: 'a name alone',
    files: {
      'docs/k6.md': '# We want k6\n',
      'src/load.js': 'export const load = 1;\n',
    },
    outcome: 'fail',
  },
]);
