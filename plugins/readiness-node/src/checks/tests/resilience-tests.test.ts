import { testCheck } from '../../testing';
import { resilienceTests } from './resilience-tests';

testCheck(resilienceTests, [
  {
    title: 'Litmus',
    files: {
      'a.yaml': 'apiVersion: litmuschaos.io/v1alpha1\nkind: ChaosEngine\n',
    },
    outcome: 'pass',
  },
  {
    title: 'Chaos Toolkit',
    files: { 'experiment.json': '{\n "steady-state-hypothesis": {}\n}\n' },
    outcome: 'pass',
    findings: [
      { subject: 'experiment.json', outcome: 'pass', at: 'experiment.json:2' },
    ],
  },
  {
    title: 'a documented drill',
    files: {
      'docs/ops.md': `# Ops\n\n## Failover drill\n\n${'Promote the replica and measure how long it takes. '.repeat(
        3,
      )}\n`,
    },
    outcome: 'pass',
    findings: [
      { subject: 'docs/ops.md', outcome: 'pass', at: 'docs/ops.md:3' },
    ],
  },
  {
    title: 'a heading without a drill',
    files: { 'docs/ops.md': '# Ops\n\n## Failover drill\n\nTBD\n' },
    outcome: 'fail',
  },
]);
