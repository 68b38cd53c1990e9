import type { CheckExample } from '../../check';

/** Small repositories with secrets in the wrong and in the right place. */
export const examples: readonly CheckExample[] = [
  {
    title: 'A password in an environment variable',
    files: {
      'k8s/cart.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: cart:1.0\n          env:\n            - name: DB_PASSWORD\n              value: Sommer-2019!\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'Deployment/default/cart#app',
        outcome: 'fail',
        at: 'k8s/cart.yaml:13',
      },
    ],
  },
  {
    title: 'The same from a Secret',
    files: {
      'k8s/cart.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: cart:1.0\n          env:\n            - name: DB_PASSWORD\n              valueFrom:\n                secretKeyRef:\n                  name: cart\n                  key: password\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'Deployment/default/cart#app',
        outcome: 'pass',
        at: 'k8s/cart.yaml:13',
      },
    ],
  },
  {
    title: 'A default of a variable',
    files: {
      'main.tf':
        'variable "db_password" {\n  default   = "Sommer-2019!"\n  sensitive = true\n}\n\nresource "aws_db_instance" "orders" {\n  password = var.db_password\n}\n',
    },
    outcome: 'fail',
    findings: [
      { subject: 'var.db_password', outcome: 'fail', at: 'main.tf:2' },
      { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:7' },
    ],
  },
  {
    title: 'A build argument',
    files: { Dockerfile: 'FROM node:22.11\nARG NPM_TOKEN\nRUN npm ci\n' },
    outcome: 'pass',
    findings: [{ subject: 'Dockerfile', outcome: 'pass', at: 'Dockerfile:2' }],
  },
  {
    title: 'No place for a secret',
    files: { 'main.go': 'package main\n' },
    outcome: 'not-applicable',
  },
];
