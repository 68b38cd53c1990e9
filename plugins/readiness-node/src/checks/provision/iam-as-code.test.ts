import { testCheck } from '../../testing/checkTester';
import { iamAsCode } from './iam-as-code';

testCheck(iamAsCode, [
  {
    title: 'RBAC, Google Cloud and Azure; data sources and providers are none',
    files: {
      'rbac.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules: []\n',
      'main.tf': [
        'resource "google_compute_firewall" "web" {}',
        'resource "azurerm_role_assignment" "app" {}',
        'data "aws_iam_policy_document" "a" {}',
        'resource "aws_iam_openid_connect_provider" "ci" {}',
      ].join('\n'),
    },
    outcome: 'pass',
    findings: [
      { subject: 'Role/default/reader', outcome: 'pass', at: 'rbac.yaml:1' },
      { subject: 'google_compute_firewall.web', outcome: 'pass' },
      { subject: 'azurerm_role_assignment.app', outcome: 'pass' },
    ],
    isComplete: true,
  },
]);
