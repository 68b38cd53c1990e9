import { testCheck } from '../../testing';
import { privateControlPlane } from './private-control-plane';

testCheck(privateControlPlane);

testCheck(privateControlPlane, [
  {
    title: 'Two roots call one module: production speaks',
    files: {
      'modules/cluster/main.tf':
        'variable "public" {}\n\nresource "aws_eks_cluster" "this" {\n  vpc_config {\n    endpoint_private_access = true\n    endpoint_public_access  = var.public\n  }\n}\n',
      'clusters/prod/main.tf':
        'module "cluster" {\n  source = "../../modules/cluster"\n  public = false\n}\n',
      'clusters/dev/main.tf':
        'module "cluster" {\n  source = "../../modules/cluster"\n  public = true\n}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'module.cluster.aws_eks_cluster.this', outcome: 'pass' },
    ],
    isComplete: true,
  },
]);
