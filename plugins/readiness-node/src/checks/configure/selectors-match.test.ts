import { testCheck } from '../../testing';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { selectorsMatch } from './selectors-match';

const service = (selector: string, port = '8080', name = 'cart') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec:\n  selector: ${selector}\n  ports:\n    - { name: web, port: 80, targetPort: ${port} }\n`;
const ingress = (name: string, port: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: cart }\nspec:\n  rules:\n    - host: cart.acme.test\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service: { name: ${name}, port: { ${port} } }\n`;
const SERVICE = 'Service/default/cart';
const INGRESS = 'Ingress/default/cart';
const deployment = writeDeployment({
  container: 'ports: [{ name: http, containerPort: 8080 }]',
});

testCheck(selectorsMatch, [
  {
    title: 'a port that no container names; a number needs no name',
    files: {
      'a.yaml': joinDocuments(
        service('{ app: cart }', 'grpc'),
        service('{ app: cart }', '9999', 'other'),
        deployment,
      ),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: SERVICE, outcome: 'fail', at: 'a.yaml:7' },
      { subject: 'Service/default/other', outcome: 'pass' },
      { subject: 'Deployment/default/cart', outcome: 'pass' },
    ],
  },
  {
    title: 'ingresses: right, a wrong port, a Service that is not there',
    files: {
      'a.yaml': joinDocuments(
        service('{ app: cart }'),
        deployment,
        ingress('cart', 'name: web'),
        ingress('cart', 'number: 8080').replace('name: cart', 'name: port'),
        ingress('basket', 'number: 80').replace('name: cart', 'name: lost'),
      ),
    },
    outcome: 'fail',
    findings: [
      { subject: INGRESS, outcome: 'pass', at: 'a.yaml:31' },
      { subject: 'Ingress/default/port', outcome: 'fail' },
      { subject: 'Ingress/default/lost', outcome: 'fail' },
    ],
  },
  {
    title: 'pods that only a controller labels, or an operator makes',
    files: {
      'a.yaml': joinDocuments(
        service('{ app: cart, statefulset.kubernetes.io/pod-name: cart-0 }'),
        writeDeployment({ kind: 'StatefulSet' }),
        service('{ cnpg.io/cluster: orders }', '5432', 'db'),
        service('{ app: none }', '1', 'outside').replace(
          'selector: { app: none }',
          'type: ExternalName',
        ),
      ),
    },
    outcome: 'unknown',
    isComplete: true,
    findings: [
      { subject: SERVICE, outcome: 'pass' },
      { subject: 'Service/default/db', outcome: 'unknown' },
      { subject: 'StatefulSet/default/cart', outcome: 'pass' },
    ],
  },
  {
    title: 'a workload that does not select its own pods, a budget of nothing',
    files: {
      'a.yaml': joinDocuments(
        writeDeployment().replace(
          'labels: { app: cart }',
          'labels: { app: c }',
        ),
        'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec:\n  maxUnavailable: 1\n  selector: { matchLabels: { app: web } }\n',
      ),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Deployment/default/cart', outcome: 'fail', at: 'a.yaml:5' },
      {
        subject: 'PodDisruptionBudget/default/web',
        outcome: 'fail',
        at: 'a.yaml:18',
      },
    ],
  },
  {
    title: 'a chart: labels of a named template',
    files: {
      'c/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 0.1.0\n',
      'c/values.yaml': '{}\n',
      'c/templates/_helpers.tpl':
        '{{- define "cart.labels" -}}\napp: {{ .Release.Name }}\n{{- end }}\n',
      'c/templates/all.yaml':
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  selector:\n    {{- include "cart.labels" . | nindent 4 }}\n  ports:\n    - port: 80\n      targetPort: http\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    metadata:\n      labels:\n        {{- include "cart.labels" . | nindent 8 }}\n    spec:\n      containers:\n        - name: cart\n          ports:\n            - name: http\n              containerPort: 8080\n',
    },
    outcome: 'pass',
    findings: [{ subject: SERVICE, outcome: 'pass' }],
  },
]);
