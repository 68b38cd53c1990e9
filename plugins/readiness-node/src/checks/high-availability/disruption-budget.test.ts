import { testCheck } from '../../testing';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { disruptionBudget } from './disruption-budget';

const budget = (room: string, selector = '{ matchLabels: { app: cart } }') =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: cart }\nspec:\n  ${room}\n  selector: ${selector}\n`;
const SUBJECT = 'Deployment/default/cart';
const deployment = writeDeployment({ replicas: 3 });
const row = (
  title: string,
  files: Record<string, string>,
  outcome: 'pass' | 'fail',
  at: string,
) => ({
  title,
  files,
  outcome,
  isComplete: true,
  findings: [{ subject: SUBJECT, outcome, at }],
});

testCheck(disruptionBudget, [
  row('no budget', { 'a.yaml': deployment }, 'fail', 'a.yaml:1'),
  row(
    'a budget of another app',
    {
      'a.yaml': deployment,
      'b.yaml': budget(
        'maxUnavailable: 1',
        '{ matchLabels: { app: cartoon } }',
      ),
    },
    'fail',
    'a.yaml:1',
  ),
  row(
    'a share rounded up keeps all',
    { 'a.yaml': deployment, 'b.yaml': budget('minAvailable: 80%') },
    'fail',
    'b.yaml:5',
  ),
  row(
    'a share that leaves one',
    { 'a.yaml': deployment, 'b.yaml': budget('minAvailable: 50%') },
    'pass',
    'b.yaml:5',
  ),
  row(
    'maxUnavailable 0',
    { 'a.yaml': deployment, 'b.yaml': budget('maxUnavailable: 0') },
    'fail',
    'b.yaml:5',
  ),
  row(
    'an expression',
    {
      'a.yaml': deployment,
      'b.yaml': budget(
        'maxUnavailable: 25%',
        '{ matchExpressions: [{ key: app, operator: In, values: [cart, shop] }] }',
      ),
    },
    'pass',
    'b.yaml:5',
  ),
  {
    title: 'another namespace',
    files: {
      'a.yaml': deployment,
      'b.yaml': budget('maxUnavailable: 1').replace(
        'name: cart',
        'name: cart, namespace: shop',
      ),
    },
    outcome: 'fail',
  },
  {
    title: 'the minimum of the autoscaler counts',
    files: {
      'a.yaml': joinDocuments(
        writeDeployment(),
        'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: cart }\nspec:\n  minReplicas: 2\n  maxReplicas: 9\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }\n',
      ),
      'b.yaml': budget('minAvailable: 1'),
    },
    outcome: 'pass',
  },
  {
    title: 'a chart: on by values, off by default',
    files: {
      'chart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 0.1.0\n',
      'chart/values.yaml': 'replicaCount: 2\npdb:\n  enabled: false\n',
      'chart/templates/d.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  replicas: {{ .Values.replicaCount }}\n  template:\n    metadata:\n      labels:\n        app: cart\n    spec:\n      containers: []\n',
      'chart/templates/pdb.yaml': `{{- if .Values.pdb.enabled }}\n${budget(
        'maxUnavailable: 1',
      )}{{- end }}\n`,
    },
    outcome: 'fail',
    findings: [
      { subject: SUBJECT, outcome: 'fail', at: 'chart/templates/pdb.yaml:2' },
    ],
  },
]);
