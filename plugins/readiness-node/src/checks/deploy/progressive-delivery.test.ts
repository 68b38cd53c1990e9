import { testCheck } from '../../testing';
import { progressiveDelivery } from './progressive-delivery';

const NONE = 'sample';

testCheck(progressiveDelivery, [
  {
    title: 'Terraform: what divides traffic, and what looks like it',
    files: {
      'main.tf': `resource "aws_codedeploy_deployment_group" "cart" {
  deployment_config_name = "CodeDeployDefault.ECSLinear10PercentEvery1Minutes"
}
resource "aws_codedeploy_deployment_group" "plain" {
  deployment_config_name = "CodeDeployDefault.AllAtOnce"
}
resource "aws_route53_record" "weighted" {
  weighted_routing_policy { weight = 10 }
}
resource "aws_route53_record" "plain" { name = "cart" }
resource "aws_lb_listener" "split" {
  default_action {
    type = "forward"
    forward {
      target_group {
        arn    = "a"
        weight = 90
      }
      target_group {
        arn    = "b"
        weight = 10
      }
    }
  }
}
resource "aws_lb_listener" "one" {
  default_action {
    type             = "forward"
    target_group_arn = "a"
  }
}
resource "google_cloud_run_v2_service" "search" {
  traffic { percent = 100 }
}
resource "azurerm_linux_web_app_slot" "staging" { name = "staging" }
`,
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      {
        subject: 'aws_codedeploy_deployment_group.cart',
        outcome: 'pass',
        at: 'main.tf:2',
      },
      {
        subject: 'aws_route53_record.weighted',
        outcome: 'pass',
        at: 'main.tf:8',
      },
      { subject: 'aws_lb_listener.split', outcome: 'pass', at: 'main.tf:15' },
      { subject: 'azurerm_linux_web_app_slot.staging', outcome: 'pass' },
    ],
  },
  {
    title: 'Kubernetes: weights in routes, a canary by annotation',
    files: {
      'a.yaml':
        'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: cart }\nspec:\n  rules:\n    - backendRefs:\n        - { name: cart, port: 80, weight: 90 }\n        - { name: cart-next, port: 80, weight: 10 }\n',
      'b.yaml':
        'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: next\n  annotations:\n    nginx.ingress.kubernetes.io/canary: "true"\n',
      'c.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: web }\nspec:\n  strategy:\n    blueGreen: { activeService: web }\n',
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      { subject: 'HTTPRoute/default/cart', outcome: 'pass', at: 'a.yaml:6' },
      { subject: 'Ingress/default/next', outcome: 'pass', at: 'b.yaml:6' },
      { subject: 'Rollout/default/web', outcome: 'pass', at: 'c.yaml:1' },
    ],
  },
  {
    title: 'a route to one Service, all functions at once',
    files: {
      'a.yaml':
        'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: cart }\nspec:\n  rules:\n    - backendRefs:\n        - { name: cart, port: 80, weight: 100 }\n',
      'template.yaml':
        'Resources:\n  Send:\n    Type: AWS::Serverless::Function\n    Properties:\n      DeploymentPreference: { Type: AllAtOnce }\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [{ subject: `component:default/${NONE}`, outcome: 'fail' }],
  },
  {
    title: 'a pipeline that moves the traffic step by step',
    files: {
      '.github/workflows/deploy.yml':
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: gcloud run services update-traffic search --to-revisions new=10\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.github/workflows/deploy.yml#deploy',
        outcome: 'pass',
        at: '.github/workflows/deploy.yml:6',
      },
    ],
  },
  {
    title: 'machines one after the other are no canary',
    files: {
      'main.tf':
        'resource "aws_codedeploy_deployment_group" "a" {\n  deployment_config_name = "CodeDeployDefault.OneAtATime"\n}\n',
    },
    outcome: 'fail',
  },
  {
    title: 'a pipeline that swaps slots',
    files: {
      'azure-pipelines.yml':
        'steps:\n  - task: AzureAppServiceManage@0\n    inputs:\n      Action: Swap Slots\n      SourceSlot: staging\n',
    },
    outcome: 'pass',
  },
]);
