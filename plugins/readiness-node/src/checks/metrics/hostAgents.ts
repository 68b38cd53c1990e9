import type { Finding } from 'backstage-plugin-readiness-common';
import { pass, type CheckContext } from '../../check';
import type { SignalPurpose } from '../../facts/types/observability';

/** Packages of agents that are installed on machines. */
const AGENT_PACKAGES: readonly {
  readonly name: RegExp;
  readonly tool: string;
  readonly purposes: readonly SignalPurpose[];
}[] = [
  {
    name: /^amazon-cloudwatch-agent\b/,
    tool: 'CloudWatch',
    purposes: ['metrics'],
  },
  {
    name: /^google-cloud-ops-agent\b/,
    tool: 'Ops Agent of Google Cloud',
    purposes: ['metrics', 'central-logging'],
  },
  { name: /^datadog-agent\b/, tool: 'Datadog', purposes: ['metrics'] },
  { name: /^newrelic-infra\b/, tool: 'New Relic', purposes: ['metrics'] },
  {
    name: /^(prometheus-node-exporter|node[_-]exporter)\b/,
    tool: 'Prometheus',
    purposes: ['metrics'],
  },
  { name: /^telegraf\b/, tool: 'Telegraf', purposes: ['metrics'] },
  {
    name: /^(otelcol(-contrib)?)\b/,
    tool: 'OpenTelemetry',
    purposes: ['metrics'],
  },
];

/** Passing findings for machines whose user data installs an agent. */
export function passHostAgents(
  { facts }: CheckContext,
  purpose: SignalPurpose,
): Finding[] {
  return facts.hostScripts.flatMap(script => {
    for (const { words, location } of script.commands) {
      if (!words.includes('install')) continue;
      const agent = AGENT_PACKAGES.find(
        ({ name, purposes }) =>
          purposes.includes(purpose) && words.some(word => name.test(word)),
      );
      if (agent !== undefined)
        return [
          pass(script, { message: `Installs ${agent.tool}`, at: [location] }),
        ];
    }
    return [];
  });
}
