import type { ToolSample } from './toolSample';

const CLUSTER = {
  'k8s/cart.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: cart\n  template:\n    metadata:\n      labels:\n        app: cart\n    spec:\n      containers:\n        - name: cart\n          image: registry.example.com/cart:1.4.2\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  selector:\n    app: cart\n  ports:\n    - port: 80\n',
};
const ECS = {
  'main.tf':
    'resource "aws_ecs_service" "cart" {\n  name            = "cart"\n  cluster         = aws_ecs_cluster.main.id\n  task_definition = aws_ecs_task_definition.cart.arn\n  desired_count   = 3\n}\n\nresource "aws_ecs_cluster" "main" {\n  name = "main"\n}\n\nresource "aws_ecs_task_definition" "cart" {\n  family                = "cart"\n  container_definitions = jsonencode([{ name = "cart", image = "cart:1.4.2" }])\n}\n',
};
const NETWORK = {
  'main.tf':
    'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n\nresource "aws_security_group" "web" {\n  vpc_id = aws_vpc.main.id\n}\n\nresource "aws_route_table" "private" {\n  vpc_id = aws_vpc.main.id\n}\n',
};
const ROLLOUT =
  'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata:\n  name: cart\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: cart\n  template:\n    metadata:\n      labels:\n        app: cart\n    spec:\n      containers:\n        - name: cart\n          image: cart:1.4.2\n  strategy:\n';

/** Provisioning, running, scaling and networking. */
export const PLATFORM_TOOLS: readonly ToolSample[] = [
  {
    tool: 'Terraform',
    check: 'infrastructure-as-code',
    files: NETWORK,
    at: 'main.tf:1',
  },
  {
    tool: 'CloudFormation',
    check: 'infrastructure-as-code',
    files: {
      'stack.yaml':
        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Queue:\n    Type: AWS::SQS::Queue\n",
    },
    at: 'stack.yaml:3',
  },
  {
    tool: 'Kubernetes',
    check: 'workload-replicas',
    files: CLUSTER,
    at: 'k8s/cart.yaml:6',
  },
  { tool: 'ECS', check: 'workload-replicas', files: ECS, at: 'main.tf:5' },
  {
    tool: 'blue-green deployment',
    check: 'progressive-delivery',
    files: {
      'rollout.yaml': `${ROLLOUT}    blueGreen:\n      activeService: cart\n      previewService: cart-preview\n`,
    },
    at: 'rollout.yaml:1',
  },
  {
    tool: 'canary deployment',
    check: 'progressive-delivery',
    files: {
      'rollout.yaml': `${ROLLOUT}    canary:\n      steps:\n        - setWeight: 20\n        - pause: {}\n`,
    },
    at: 'rollout.yaml:1',
  },
  {
    tool: 'multi data centre',
    check: 'compute-multi-zone',
    files: {
      'main.tf':
        'resource "aws_autoscaling_group" "web" {\n  min_size           = 2\n  max_size           = 6\n  availability_zones = ["eu-central-1a", "eu-central-1b"]\n}\n',
    },
    at: 'main.tf:4',
  },
  {
    tool: 'multi region',
    check: 'multi-region',
    files: {
      'main.tf':
        'resource "aws_route53_record" "primary" {\n  zone_id        = "Z1"\n  name           = "www.example.com"\n  type           = "A"\n  set_identifier = "primary"\n\n  failover_routing_policy {\n    type = "PRIMARY"\n  }\n}\n',
    },
    at: 'main.tf:1',
  },
  {
    tool: 'replication',
    check: 'multi-region',
    files: {
      'main.tf':
        'resource "aws_s3_bucket" "orders" {\n  bucket = "orders"\n}\n\nresource "aws_s3_bucket_replication_configuration" "orders" {\n  bucket = aws_s3_bucket.orders.id\n  role   = "arn:aws:iam::111122223333:role/replication"\n\n  rule {\n    status = "Enabled"\n\n    destination {\n      bucket = "arn:aws:s3:::orders-replica"\n    }\n  }\n}\n',
    },
    at: 'main.tf:9',
  },
  {
    tool: 'auto scaling',
    check: 'autoscaling',
    files: {
      'main.tf':
        'resource "aws_autoscaling_group" "web" {\n  min_size = 2\n  max_size = 6\n}\n\nresource "aws_autoscaling_policy" "web" {\n  autoscaling_group_name = aws_autoscaling_group.web.name\n  name                   = "cpu"\n  policy_type            = "TargetTrackingScaling"\n\n  target_tracking_configuration {\n    target_value = 60\n\n    predefined_metric_specification {\n      predefined_metric_type = "ASGAverageCPUUtilization"\n    }\n  }\n}\n',
    },
    at: 'main.tf:6',
  },
  {
    tool: 'load balancing',
    check: 'load-balanced',
    files: CLUSTER,
    at: 'k8s/cart.yaml:19',
  },
  {
    tool: 'sharding',
    check: 'database-scaling',
    files: {
      'main.tf':
        'resource "aws_elasticache_replication_group" "sessions" {\n  replication_group_id    = "sessions"\n  num_node_groups         = 3\n  replicas_per_node_group = 1\n}\n',
    },
    at: 'main.tf:3',
  },
  {
    tool: 'caching',
    check: 'caching',
    files: {
      'main.tf':
        'resource "aws_elasticache_replication_group" "sessions" {\n  replication_group_id = "sessions"\n  engine               = "redis"\n}\n',
    },
    at: 'main.tf:1',
  },
  {
    tool: 'VPC',
    check: 'network-as-code',
    files: NETWORK,
    at: 'main.tf:1',
  },
  {
    tool: 'firewall',
    check: 'network-as-code',
    files: NETWORK,
    at: 'main.tf:5',
  },
  {
    tool: 'router',
    check: 'network-as-code',
    files: NETWORK,
    at: 'main.tf:9',
  },
  {
    tool: 'DNS registrar',
    check: 'dns-as-code',
    files: {
      'main.tf':
        'resource "aws_route53domains_registered_domain" "shop" {\n  domain_name = "shop.example.com"\n}\n\nresource "aws_lb" "web" {\n  name = "web"\n}\n',
    },
    at: 'main.tf:1',
  },
  {
    tool: 'ACM',
    check: 'tls-certificates-managed',
    files: {
      'main.tf':
        'resource "aws_acm_certificate" "web" {\n  domain_name       = "www.example.com"\n  validation_method = "DNS"\n}\n',
    },
    at: 'main.tf:1',
  },
  {
    tool: 'KMS',
    check: 'secrets-managed',
    files: {
      'main.tf':
        'resource "aws_kms_key" "orders" {\n  description         = "Orders"\n  enable_key_rotation = true\n}\n',
    },
    at: 'main.tf:1',
  },
  {
    tool: 'Cognito',
    check: 'authentication-managed',
    files: {
      'main.tf':
        'resource "aws_cognito_user_pool" "shop" {\n  name = "shop"\n}\n',
    },
    at: 'main.tf:1',
  },
  {
    tool: 'RDS',
    check: 'database-backups',
    files: {
      'main.tf':
        'resource "aws_db_instance" "orders" {\n  engine                  = "postgres"\n  backup_retention_period = 14\n}\n',
    },
    at: 'main.tf:3',
  },
  {
    tool: 'ElastiCache',
    check: 'cache-backups',
    files: {
      'main.tf':
        'resource "aws_elasticache_replication_group" "sessions" {\n  replication_group_id     = "sessions"\n  snapshot_retention_limit = 7\n}\n',
    },
    at: 'main.tf:3',
  },
  {
    tool: 'spot instances',
    check: 'spot-or-reserved',
    files: {
      'main.tf':
        'resource "aws_launch_template" "worker" {\n  instance_type = "m7g.large"\n\n  instance_market_options {\n    market_type = "spot"\n  }\n}\n',
    },
    at: 'main.tf:5',
  },
  {
    tool: 'reserved instances',
    check: 'spot-or-reserved',
    files: {
      'main.tf':
        'data "aws_rds_reserved_instance_offering" "orders" {\n  db_instance_class   = "db.m6g.large"\n  duration            = 31536000\n  multi_az            = true\n  offering_type       = "All Upfront"\n  product_description = "postgresql"\n}\n\nresource "aws_rds_reserved_instance" "orders" {\n  offering_id    = data.aws_rds_reserved_instance_offering.orders.offering_id\n  instance_count = 2\n}\n',
    },
    at: 'main.tf:9',
  },
];
