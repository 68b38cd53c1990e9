import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, pass, unknown } from '../../check';
import type {
  FirewallFact,
  FirewallOpening,
  PortRange,
} from '../../facts/types/network';

/** What must not be open to the world, and who else says so. */
interface AdminAspect {
  readonly aspect: string;
  readonly title: string;
  readonly rules: {
    readonly aws: readonly string[];
    readonly google: readonly string[];
    readonly azure: readonly string[];
  };
  covers(ports: readonly PortRange[], protocol: string): boolean;
}

const ASPECTS: readonly AdminAspect[] = [
  {
    aspect: 'ssh',
    title: 'port 22',
    rules: {
      aws: ['CKV_AWS_24'],
      google: ['CKV_GCP_2'],
      azure: ['CKV_AZURE_10'],
    },
    covers: (ports, protocol) => opens(ports, protocol, 22),
  },
  {
    aspect: 'rdp',
    title: 'port 3389',
    rules: {
      aws: ['CKV_AWS_25'],
      google: ['CKV_GCP_3'],
      azure: ['CKV_AZURE_9'],
    },
    covers: (ports, protocol) => opens(ports, protocol, 3389),
  },
  {
    aspect: 'all-ports',
    title: 'all ports',
    rules: { aws: ['CKV_AWS_277'], google: [], azure: [] },
    covers: (ports, protocol) =>
      ignoresPorts(protocol) ||
      ((isPortProtocol(protocol) || protocol === '*') &&
        (ports.length === 0 ||
          ports.some(({ from, to }) => from <= 1 && to >= 65_535))),
  },
];

const WORLD = /^(0\.0\.0\.0\/0|::\/0|\*|any|internet|0\.0\.0\.0)$/i;

export const noOpenAdminPorts = defineCheck({
  id: 'no-open-admin-ports',
  category: 'networking',
  kind: 'subject',
  level: 1,
  severity: 'critical',
  title: 'No admin port is open to the world',
  description:
    'No firewall rule lets 0.0.0.0/0 or ::/0 reach port 22 (aspect ssh), 3389 (rdp) or all ports (all-ports). Not applicable without firewall rules.',
  rationale:
    'A machine with SSH open to the internet is tried within minutes and for as long as it lives. Administration belongs behind a VPN, a bastion or a session manager, where a leaked key alone opens nothing.',
  knownAs: [
    'CKV_AWS_24',
    'CKV_AWS_25',
    'CKV_AWS_277',
    'CKV_GCP_2',
    'CKV_GCP_3',
    'CKV_AZURE_9',
    'CKV_AZURE_10',
  ],
  references: [
    {
      title: 'Security group rules',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    },
    {
      title: 'AWS Systems Manager Session Manager',
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    },
  ],
  remediation: {
    summary:
      'Replace 0.0.0.0/0 in cidr_blocks (CidrIp, source_ranges, source_address_prefix) by the ranges of the office or VPN, or use Session Manager or IAP.',
    effortMinutes: 20,
    snippets: {
      terraform:
        'resource "aws_vpc_security_group_ingress_rule" "ssh" {\n  security_group_id = aws_security_group.host.id\n  ip_protocol       = "tcp"\n  from_port         = 22\n  to_port           = 22\n  cidr_ipv4         = "10.8.0.0/24"\n}\n',
      cloudformation:
        'SecurityGroupIngress:\n  - IpProtocol: tcp\n    FromPort: 22\n    ToPort: 22\n    CidrIp: 10.8.0.0/24\n',
    },
  },
  examples: [
    {
      title: 'SSH for everybody',
      files: {
        'main.tf':
          'resource "aws_security_group" "host" {\n  ingress {\n    from_port   = 22\n    to_port     = 22\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_security_group.host',
          aspect: 'ssh',
          outcome: 'fail',
          at: 'main.tf:2',
        },
        { subject: 'aws_security_group.host', aspect: 'rdp', outcome: 'pass' },
      ],
    },
    {
      title: 'HTTPS for everybody, SSH from the network',
      files: {
        'main.tf':
          'resource "aws_security_group" "web" {\n  ingress {\n    from_port   = 443\n    to_port     = 443\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n  ingress {\n    from_port   = 22\n    to_port     = 22\n    protocol    = "tcp"\n    cidr_blocks = ["10.0.0.0/8"]\n  }\n}\n',
      },
      outcome: 'pass',
    },
    {
      title: 'A variable without default',
      files: {
        'main.tf':
          'variable "ranges" {}\n\nresource "google_compute_firewall" "ssh" {\n  source_ranges = var.ranges\n  allow {\n    protocol = "tcp"\n    ports    = ["22"]\n  }\n}\n',
      },
      outcome: 'unknown',
      findings: [
        {
          subject: 'google_compute_firewall.ssh',
          aspect: 'ssh',
          outcome: 'unknown',
        },
      ],
    },
    {
      title: 'No firewall rules',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(facts.firewalls, 'No firewall rules', firewall =>
      ASPECTS.map(aspect => judgeAspect(firewall, aspect)),
    ),
});

function judgeAspect(
  firewall: FirewallFact,
  { aspect, title, rules, covers }: AdminAspect,
): Finding {
  const details = {
    aspect,
    rules: rules[getProvider(firewall)],
    expected: `${title} not open to 0.0.0.0/0 or ::/0`,
  };
  const concerned = firewall.openings.map(opening => ({
    opening,
    answer: judgeOpening(opening, covers),
  }));
  const open = concerned.find(({ answer }) => answer === 'open');
  if (open !== undefined) {
    return fail(firewall, {
      ...details,
      message: `The whole internet reaches ${title}`,
      actual: describe(open.opening),
      at: [open.opening.location],
    });
  }
  const undecided = concerned.find(({ answer }) => answer === 'unknown');
  if (undecided !== undefined) {
    return unknown(firewall, {
      ...details,
      message: `${describe(undecided.opening)} cannot be resolved`,
      at: [undecided.opening.location],
    });
  }
  const message =
    firewall.openings.length === 0
      ? 'It lets nothing in'
      : `${title} is not open to the world`;
  return pass(firewall, {
    ...details,
    message,
    at:
      firewall.openings.length === 0
        ? [firewall.location]
        : firewall.openings.map(({ location }) => location).slice(0, 3),
  });
}

function judgeOpening(
  opening: FirewallOpening,
  covers: AdminAspect['covers'],
): 'open' | 'closed' | 'unknown' {
  const { sources, ports } = opening;
  const isWorld =
    sources.state === 'known' &&
    sources.value.some(source => WORLD.test(source));
  if (sources.state === 'known' && !isWorld) return 'closed';
  const name = getProtocol(opening);
  if (ports.state !== 'known' || name === undefined) return 'unknown';
  if (!covers(ports.value, name)) return 'closed';
  return isWorld ? 'open' : 'unknown';
}

function opens(
  ports: readonly PortRange[],
  protocol: string,
  port: number,
): boolean {
  if (ignoresPorts(protocol)) return true;
  if (!/^(tcp|6|\*)$/.test(protocol)) return false;
  return (
    ports.length === 0 ||
    ports.some(({ from, to }) => from <= port && port <= to)
  );
}

/** Whether every port is meant; `*` of Azure keeps to the ports of its rule. */
function ignoresPorts(protocol: string): boolean {
  return /^(-1|all|any)$/i.test(protocol);
}

function isPortProtocol(protocol: string): boolean {
  return /^(tcp|udp|6|17)$/i.test(protocol);
}

function getProvider({ type }: FirewallFact): 'aws' | 'google' | 'azure' {
  if (type.startsWith('google_')) return 'google';
  return type.startsWith('azurerm_') ? 'azure' : 'aws';
}

function describe({ sources, ports }: FirewallOpening): string {
  return `${describePorts(ports)} from ${describeSources(sources)}`;
}

function describeSources(sources: FirewallOpening['sources']): string {
  if (sources.state === 'known') return sources.value.join(', ');
  return sources.state === 'unresolved' ? sources.expression : 'anywhere';
}

function describePorts(ports: FirewallOpening['ports']): string {
  if (ports.state === 'unresolved') return ports.expression;
  const ranges = ports.state === 'known' ? ports.value : [];
  if (ranges.length === 0) return 'all ports';
  return ranges
    .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
    .join(', ');
}

function getProtocol({ protocol }: FirewallOpening): string | undefined {
  if (protocol.state === 'known') return protocol.value.toLowerCase();
  return protocol.state === 'absent'
    ? protocol.defaultValue ?? '-1'
    : undefined;
}
