import {
  defineCheck,
  fail,
  findLibraryKind,
  notApplicable,
  pass,
  presence,
} from '../../check';

export const budgets = defineCheck({
  id: 'budgets',
  category: 'cost-optimization',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Somebody notices when it gets expensive',
  description:
    'There is a budget, an anomaly monitor or a ResourceQuota. Not applicable to libraries.',
  rationale:
    'A loop that writes logs, a forgotten cluster, a leaked key: clouds turn mistakes into invoices. A budget with an alert shows it after a day instead of at the end of the month.',
  references: [
    {
      title: 'AWS Budgets',
      url: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
    },
    {
      title: 'Kubernetes: resource quotas',
      url: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
    },
  ],
  remediation: {
    summary:
      'Add aws_budgets_budget with a notification, aws_ce_anomaly_monitor, google_billing_budget, an Azure consumption budget, or a ResourceQuota in the namespace.',
    effortMinutes: 30,
    snippets: {
      terraform:
        'resource "aws_budgets_budget" "cart" {\n  name         = "cart"\n  budget_type  = "COST"\n  limit_amount = "500"\n  limit_unit   = "USD"\n  time_unit    = "MONTHLY"\n}\n',
      kubernetes:
        'apiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: cart\nspec:\n  hard:\n    requests.cpu: "8"\n    requests.memory: 16Gi\n',
    },
  },
  examples: [
    {
      title: 'A budget',
      files: {
        'main.tf':
          'resource "aws_budgets_budget" "cart" {\n  budget_type = "COST"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_budgets_budget.cart',
          outcome: 'pass',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'A library',
      files: {},
      entity: { type: 'library' },
      outcome: 'not-applicable',
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(`A ${library} spends nothing by itself`);
    return presence(
      context,
      'budgets, anomaly monitors or ResourceQuotas',
      context.facts.budgets.map(budget =>
        budget.offByDefault === undefined
          ? pass(budget, { message: budget.tool })
          : fail(budget, {
              message: `${budget.tool} is there, but off unless ${budget.offByDefault} is turned on`,
              partial: true,
            }),
      ),
    );
  },
});
