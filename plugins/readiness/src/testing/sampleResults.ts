import type {
  CategoryId,
  CheckResult,
  Evidence,
  Finding,
  Outcome,
} from 'backstage-plugin-readiness-common';
import { sampleChecklist } from './sampleChecklist';

const CART = 'https://github.com/acme/cart';
const INFRA = 'https://github.com/acme/infra';
const REVISIONS = {
  [CART]: '3f9c2ab1d0e7b4c5',
  [INFRA]: 'b81d07e99c01f2a3',
} as const;

const NOT_APPLICABLE = [
  'config-management-pinned',
  'database-multi-zone',
  'compute-multi-zone',
  'database-insights',
  'private-network',
  'private-control-plane',
  'private-access',
  'encryption-in-transit',
  'public-storage-blocked',
  'platform-metrics',
  'access-logs',
  'audit-logs',
  'flow-logs',
  'database-backups',
  'volume-backups',
  'no-idle-resources',
  'policy-tests',
];

/** Findings of the checks that don't simply pass. */
const FINDINGS: Readonly<Record<string, readonly Finding[]>> = {
  'cache-failover': [
    createFinding('fail', 'aws_elasticache_replication_group.cart', {
      message: 'A single node, and failover is off',
      expected: 'automatic_failover_enabled = true, num_cache_clusters = 2',
      actual: 'automatic_failover_enabled = false, num_cache_clusters = 1',
      rules: ['CKV2_AWS_50'],
      evidence: [
        createEvidence(INFRA, 'services/cart/cache.tf', 14, 23, [
          'resource "aws_elasticache_replication_group" "cart" {',
          '  replication_group_id       = "cart-${var.environment}"',
          '  engine                     = "redis"',
          '  node_type                  = "cache.t3.micro"',
          '  num_cache_clusters         = 1',
          '  automatic_failover_enabled = false',
          '  at_rest_encryption_enabled = true',
          '  transit_encryption_enabled = true',
          '  subnet_group_name          = aws_elasticache_subnet_group.cart.name',
          '}',
        ]),
      ],
    }),
    createFinding(
      'fail',
      'module.sessions.aws_elasticache_replication_group.this',
      {
        message: '1 node: `replica_count` is `var.session_replicas`, default 0',
        expected: 'replica_count = 1',
        actual: 'replica_count = 0',
        evidence: [
          createEvidence(INFRA, 'services/cart/sessions.tf', 3, 7, [
            'module "sessions" {',
            '  source        = "../../modules/redis"',
            '  name          = "cart-sessions"',
            '  replica_count = var.session_replicas',
            '}',
          ]),
          createEvidence(INFRA, 'modules/redis/main.tf', 9, 9),
        ],
      },
    ),
    createFinding('pass', 'aws_elasticache_replication_group.rates', {
      message: '3 nodes, failover on',
      evidence: [createEvidence(INFRA, 'services/cart/rates.tf', 8, 17)],
    }),
  ],
  'os-packages-pinned': [
    createFinding('fail', 'Dockerfile', {
      message: '`apk add ca-certificates tzdata` without versions',
      expected: 'apk add ca-certificates=<version>',
      actual: 'apk add ca-certificates tzdata',
      evidence: [
        createEvidence(CART, 'Dockerfile', 9, 9, [
          'RUN apk add --no-cache ca-certificates tzdata',
        ]),
      ],
    }),
  ],
  'graceful-shutdown': [
    createFinding('fail', 'Deployment/shop/cart', {
      message: 'No `preStop` and no `terminationGracePeriodSeconds`',
      expected: 'terminationGracePeriodSeconds: 30',
      actual: 'terminationGracePeriodSeconds is not set',
      evidence: [
        createEvidence(CART, 'chart/templates/deployment.yaml', 31, 58),
      ],
    }),
  ],
  'disruption-budget': [
    createFinding('fail', 'Deployment/shop/cart', {
      message: 'No PodDisruptionBudget selects its 3 replicas',
      evidence: [
        createEvidence(CART, 'chart/templates/deployment.yaml', 1, 12),
      ],
    }),
  ],
  'multi-region': [
    createFinding('unknown', 'aws_dynamodb_table.carts', {
      message: '`var.replica_regions` has no value in these files',
      actual: 'toset(var.replica_regions)',
      evidence: [
        createEvidence(INFRA, 'services/cart/table.tf', 19, 22, [
          '  dynamic "replica" {',
          '    for_each = toset(var.replica_regions)',
          '    content { region_name = replica.value }',
          '  }',
        ]),
      ],
    }),
  ],
  'autoscaling-bounds': [
    createFinding('unknown', 'HorizontalPodAutoscaler/shop/cart', {
      message: 'No values file sets `hpa.max`',
      actual: 'maxReplicas: {{ .Values.hpa.max }}',
      evidence: [
        createEvidence(CART, 'chart/templates/hpa.yaml', 11, 11, [
          '  maxReplicas: {{ .Values.hpa.max }}',
        ]),
      ],
    }),
  ],
  'least-privilege': [
    createFinding('fail', 'Role/shop/cart', {
      message: 'Allows verbs `*` on resources `*`',
      evidence: [createEvidence(CART, 'chart/templates/rbac.yaml', 8, 15)],
    }),
  ],
  'restore-tested': [createNoneFound('restore jobs, restore testing plans')],
  'infrastructure-tests': [
    createNoneFound('infrastructure tests (Terratest, InSpec, Molecule, …)'),
  ],
  'load-tests': [
    createNoneFound('load tests (k6, JMeter, Gatling, Locust, Artillery)'),
  ],
};

const FAILING = [
  ...Object.keys(FINDINGS).filter(
    id => !['multi-region', 'autoscaling-bounds'].includes(id),
  ),
  'config-validated',
  'progressive-delivery',
  'backpressure',
  'instance-fitness',
  'network-policy',
  'slo-defined',
  'database-logs',
  'infrastructure-docs',
  'scheduled-tests',
  'resilience-tests',
  'budgets',
];
const UNKNOWN = ['multi-region', 'autoscaling-bounds', 'offsite-backup'];

/** What became of every check for cart. */
export const cartResults: readonly CheckResult[] = sampleChecklist.checks.map(
  ({ id, category, severity, level }) => {
    const outcome = getOutcome(id);
    const findings = getFindings(id, outcome);
    return {
      checkId: id,
      category,
      severity,
      level,
      outcome,
      ...(getCredit(findings) !== undefined && { credit: getCredit(findings) }),
      message: getMessage(id, category, outcome, findings),
      findings,
      isWaived: id === 'disruption-budget' || id === 'budgets',
      isAttested: id === 'load-tests',
      ...(id === 'disruption-budget' && {
        waiver: {
          id,
          kind: 'planned' as const,
          reason:
            'Chart 4.2 adds the budget for all shop services; its release waits for the cluster upgrade.',
          until: '2027-01-31',
          approvedBy: 'user:default/ana',
          link: 'https://tickets.acme.test/OPS-2291',
          state: 'active' as const,
        },
      }),
      ...(id === 'budgets' && {
        waiver: {
          id,
          kind: 'met-elsewhere' as const,
          reason: 'Budgets of all accounts live in acme/finops',
          link: 'https://github.com/acme/finops/tree/main/budgets',
          state: 'active' as const,
        },
      }),
      ...(id === 'load-tests' && {
        attestation: {
          id,
          evidence: 'https://grafana.acme.test/d/k6-cart',
          on: '2026-10-02',
          by: 'group:default/checkout',
          until: '2027-03-31',
          state: 'active' as const,
        },
      }),
    };
  },
);

function getOutcome(id: string): Outcome {
  if (FAILING.includes(id)) return 'fail';
  if (UNKNOWN.includes(id)) return 'unknown';
  return NOT_APPLICABLE.includes(id) ? 'not-applicable' : 'pass';
}

function getFindings(id: string, outcome: Outcome): readonly Finding[] {
  const written = FINDINGS[id];
  if (written) return written;
  if (outcome === 'not-applicable' || outcome === 'error') return [];
  return [
    createFinding(outcome, 'Deployment/shop/cart', {
      message:
        outcome === 'pass'
          ? 'Set in the chart for every environment'
          : 'Not set anywhere in the chart',
      evidence: [createEvidence(CART, 'chart/values-prod.yaml', 12, 12)],
    }),
  ];
}

function getCredit(findings: readonly Finding[]): number | undefined {
  const decided = findings.filter(finding => finding.outcome !== 'unknown');
  if (decided.length === 0) return undefined;
  return (
    decided.filter(finding => finding.outcome === 'pass').length /
    decided.length
  );
}

function getMessage(
  id: string,
  category: CategoryId,
  outcome: Outcome,
  findings: readonly Finding[],
): string {
  if (outcome === 'not-applicable') {
    return `Nothing that ${category} could judge with ${id} in 214 files read`;
  }
  const [first] = findings;
  if (findings.length === 1 && first) return first.message;
  return '2 fail, 1 passes';
}

function createFinding(
  outcome: Finding['outcome'],
  subject: string,
  rest: Partial<Finding> & Pick<Finding, 'message'>,
): Finding {
  return { outcome, subject, rules: [], partial: false, evidence: [], ...rest };
}

function createNoneFound(lookedFor: string): Finding {
  return createFinding('fail', 'component:default/cart', {
    message: `None found in 214 files of 2 linked repositories: ${lookedFor}`,
    expected: lookedFor,
    actual: 'none found',
  });
}

function createEvidence(
  repository: typeof CART | typeof INFRA,
  path: string,
  startLine: number,
  endLine: number,
  lines?: readonly string[],
): Evidence {
  return {
    repository,
    path,
    startLine,
    endLine,
    url: `${repository}/blob/${REVISIONS[repository]}/${path}#L${startLine}-L${endLine}`,
    ...(lines && { snippet: lines.join('\n') }),
  };
}
