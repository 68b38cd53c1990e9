import type {
  Category,
  CategoryId,
  CheckDescription,
  Checklist,
} from 'backstage-plugin-readiness-common';
import { sampleChecks } from './sampleChecks';

const TITLES: readonly (readonly [CategoryId, string])[] = [
  ['install', 'Install'],
  ['configure', 'Configure'],
  ['provision', 'Provision'],
  ['deploy', 'Deploy'],
  ['high-availability', 'High availability'],
  ['scalability', 'Scalability'],
  ['performance', 'Performance'],
  ['networking', 'Networking'],
  ['security', 'Security'],
  ['metrics', 'Metrics'],
  ['logs', 'Logs'],
  ['backup-restore', 'Backup and restore'],
  ['cost-optimization', 'Cost optimization'],
  ['documentation', 'Documentation'],
  ['tests', 'Tests'],
];

/** The 15 categories. */
export const sampleCategories: readonly Category[] = TITLES.map(
  ([id, title], index) => ({
    id,
    title,
    position: index + 1,
    description: `${title}, as the checklist has it.`,
  }),
);

const EFFORTS = { critical: 240, high: 30, medium: 15, low: 15 } as const;
const LONG_WORK: Readonly<Record<string, number>> = {
  'least-privilege': 60,
  'network-policy': 60,
  'restore-tested': 240,
  'infrastructure-tests': 480,
};
const UNWAIVABLE = ['secrets-not-hardcoded', 'no-state-committed'];

const FAILOVER: Pick<
  CheckDescription,
  | 'title'
  | 'description'
  | 'rationale'
  | 'remediation'
  | 'references'
  | 'knownAs'
> = {
  title: 'Caches fail over on their own',
  description:
    'Every cache has at least two nodes and `automatic_failover_enabled = true`.',
  rationale:
    'With one node a failed host or a maintenance window empties every open cart until the provider replaces the node, usually 5 to 15 minutes. With a replica in another zone the primary is replaced in about a minute and the data stays.',
  knownAs: ['CKV2_AWS_50', 'CKV_AZURE_230'],
  references: [
    {
      title: 'AWS: minimizing downtime with Multi-AZ',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
    },
  ],
  remediation: {
    summary:
      'Turn on `automatic_failover_enabled` and give the group at least 2 nodes.',
    effortMinutes: 30,
    snippets: {
      cloudformation:
        'AutomaticFailoverEnabled: true\nMultiAZEnabled: true\nNumCacheClusters: 2\n',
      terraform:
        'num_cache_clusters         = 2\nautomatic_failover_enabled = true\nmulti_az_enabled           = true\n',
    },
  },
};

/** A checklist with the real checks' ids, levels and severities. */
export const sampleChecklist: Checklist = {
  version: '1.4',
  categories: sampleCategories,
  checks: sampleCategories.flatMap(({ id: category }) =>
    sampleChecks[category].map(([id, level, severity]) => ({
      id,
      version: 1,
      category,
      title: humanise(id),
      description: `${humanise(id)}, for everything that was found.`,
      rationale: `Without it an outage lasts longer than it has to.`,
      level,
      severity,
      kind: 'subject' as const,
      isAttestable: id === 'load-tests' || id === 'restore-tested',
      isWaivable: !UNWAIVABLE.includes(id),
      knownAs: [],
      references: [],
      remediation: {
        summary: `Set what \`${id}\` looks for.`,
        effortMinutes: LONG_WORK[id] ?? EFFORTS[severity],
        snippets: { kubernetes: `# ${id}\nspec: {}\n` },
      },
      rollout: 'counted' as const,
      ...(id === 'cache-failover' && FAILOVER),
    })),
  ),
};

function humanise(id: string): string {
  const text = id
    .replace(/-/g, ' ')
    .replace(/\b(os|slo|iam)\b/g, word => word.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}
