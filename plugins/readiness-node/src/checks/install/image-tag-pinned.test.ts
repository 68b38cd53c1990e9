import { testCheck } from '../../testing';
import { imageTagPinned } from './image-tag-pinned';

const POD = (image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: shop }\nspec:\n  initContainers:\n    - name: migrate\n      image: acme/migrate\n  containers:\n    - name: app\n      image: ${image}\n`;

testCheck(imageTagPinned, [
  {
    title: 'init containers count, tags of other kinds are fine',
    files: { 'pod.yaml': POD('acme/app:main') },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Pod/shop/p#migrate', outcome: 'fail', at: 'pod.yaml:7' },
      { subject: 'Pod/shop/p#app', outcome: 'pass', at: 'pod.yaml:10' },
    ],
  },
  {
    title: 'Terraform: two containers of one resource give one finding',
    files: {
      'main.tf': `variable "tag" {}
resource "kubernetes_deployment" "cart" {
  metadata { name = "cart" }
  spec {
    template {
      spec {
        container {
          name  = "cart"
          image = "acme/cart:\${var.tag}"
        }
        container {
          name  = "proxy"
          image = "\${var.registry}/envoy:latest"
        }
      }
    }
  }
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'kubernetes_deployment.cart',
        outcome: 'fail',
        at: 'main.tf:13',
      },
    ],
  },
  {
    title: 'a tag nobody can resolve',
    files: {
      'main.tf': `variable "tag" {}
resource "kubernetes_deployment" "cart" {
  metadata { name = "cart" }
  spec {
    template {
      spec {
        container {
          name  = "cart"
          image = "acme/cart:\${var.tag}"
        }
      }
    }
  }
}
`,
    },
    outcome: 'unknown',
    findings: [
      {
        subject: 'kubernetes_deployment.cart',
        outcome: 'unknown',
        at: 'main.tf:9',
      },
    ],
  },
  {
    title: 'a chart without a tag takes its appVersion',
    files: {
      'chart/Chart.yaml':
        'apiVersion: v2\nname: cart\nversion: 0.1.0\nappVersion: "1.4.2"\n',
      'chart/values.yaml': 'image:\n  repository: acme/cart\n  tag: ""\n',
      'chart/templates/deployment.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: cart\n          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'Deployment/default/cart#cart',
        outcome: 'pass',
        at: 'chart/templates/deployment.yaml:10',
      },
    ],
  },
  {
    title: 'ECS: definitions in a file, and in one that is not there',
    files: {
      'main.tf': `resource "aws_ecs_task_definition" "cart" { container_definitions = file("cart.json") }
resource "aws_ecs_task_definition" "lost" { container_definitions = file("lost.json") }
`,
      'cart.json': '[{ "name": "cart", "image": "acme/cart:latest" }]',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'aws_ecs_task_definition.cart', outcome: 'fail' },
      { subject: 'aws_ecs_task_definition.lost', outcome: 'unknown' },
    ],
  },
  {
    title:
      'a tag that begins with digits is no latest; one that is all variable may be',
    files: {
      'k8s.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "registry.test:5000/a:21.4.${BUILD}"}, {name: b, image: "a:${TAG}"}, {name: c, image: "${REGISTRY}/a"}]}\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Pod/default/a#a', outcome: 'pass' },
      { subject: 'Pod/default/a#b', outcome: 'unknown' },
      { subject: 'Pod/default/a#c', outcome: 'fail' },
    ],
  },
]);
