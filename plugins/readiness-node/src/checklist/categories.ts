import type { Category } from 'backstage-plugin-readiness-common';

/**
 * The production-grade infrastructure checklist of "Terraform: Up & Running"
 * by Yevgeniy Brikman, chapter 8, in its order.
 *
 * @public
 */
export const categories: readonly Category[] = [
  {
    id: 'install',
    position: 1,
    title: 'Install',
    description: 'Install the software binaries and all dependencies.',
  },
  {
    id: 'configure',
    position: 2,
    title: 'Configure',
    description:
      'Configure the software at runtime: ports, TLS certificates, service discovery, leaders, followers, replication.',
  },
  {
    id: 'provision',
    position: 3,
    title: 'Provision',
    description:
      'Provision the infrastructure: servers, load balancers, network, firewalls, IAM permissions.',
  },
  {
    id: 'deploy',
    position: 4,
    title: 'Deploy',
    description:
      'Deploy the service on top of the infrastructure and roll out updates without downtime.',
  },
  {
    id: 'high-availability',
    position: 5,
    title: 'High availability',
    description:
      'Withstand outages of processes, servers, data centres and regions.',
  },
  {
    id: 'scalability',
    position: 6,
    title: 'Scalability',
    description: 'Scale up and out in response to load.',
  },
  {
    id: 'performance',
    position: 7,
    title: 'Performance',
    description:
      'Optimise CPU, memory, disk and network usage: tuning, benchmarking, load testing, profiling.',
  },
  {
    id: 'networking',
    position: 8,
    title: 'Networking',
    description:
      'Configure static and dynamic IPs, ports, firewalls, DNS, SSH and VPN access.',
  },
  {
    id: 'security',
    position: 9,
    title: 'Security',
    description:
      'Encryption in transit and at rest, authentication, authorization, secrets management, server hardening.',
  },
  {
    id: 'metrics',
    position: 10,
    title: 'Metrics',
    description:
      'Availability, business, application and server metrics, events, observability, tracing and alerting.',
  },
  {
    id: 'logs',
    position: 11,
    title: 'Logs',
    description: 'Rotate logs on disk and aggregate them in a central place.',
  },
  {
    id: 'backup-restore',
    position: 12,
    title: 'Backup and restore',
    description:
      'Back up databases, caches and other data on a schedule, to a separate region or account, and restore them.',
  },
  {
    id: 'cost-optimization',
    position: 13,
    title: 'Cost optimization',
    description:
      'Pick fitting instance types, use spot and reserved instances, auto scaling, and clean up what is unused.',
  },
  {
    id: 'documentation',
    position: 14,
    title: 'Documentation',
    description:
      'Document the code, the architecture and the practices; have playbooks for incidents.',
  },
  {
    id: 'tests',
    position: 15,
    title: 'Tests',
    description:
      'Write automated tests for the infrastructure code and run them after every commit and nightly.',
  },
];

/** Version of the checklist; rises when checks are added or change their meaning. @public */
export const checklistVersion = '1.0';
