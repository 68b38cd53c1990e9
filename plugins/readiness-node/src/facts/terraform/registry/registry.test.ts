import { initialiseHclParser } from '../../../parsers/hcl';
import { getValue } from '../../readValue';
import type { Resource } from '../../resource';
import { describeValue, resolveTexts } from '../testing';
import { loadRegistryModule, normaliseSource, registryModules } from '.';

beforeAll(initialiseHclParser);

function call(
  source: string,
  version: string,
  inputs = '',
): readonly Resource[] {
  return resolveTexts({
    'main.tf': `module "m" {\n  source  = "${source}"\n  version = "${version}"\n${inputs}\n}\n`,
  });
}

function read(
  resources: readonly Resource[],
  address: string,
  path: string,
): unknown {
  const found = resources.find(
    resource => resource.address === `module.m.${address}`,
  );
  return found && describeValue(getValue(found.attributes, path));
}

it.each(registryModules.flatMap(({ sources }) => sources))(
  '%s can be read and refers only to itself',
  source => {
    const module = loadRegistryModule(source, undefined);
    expect(module?.resources.size).toBeGreaterThan(0);
    const addresses = [...(module?.resources.keys() ?? [])];
    const text =
      registryModules.find(({ sources }) => sources.includes(source))?.text ??
      '';
    const mentioned = [
      ...text.matchAll(/\b((?:aws|google|azurerm)_\w+\.\w+)\b/g),
    ].map(match => match[1]);
    expect(
      mentioned.filter(address => !addresses.includes(address ?? '')),
    ).toEqual([]);
  },
);

it.each([
  ['terraform-aws-modules/rds/aws', 'terraform-aws-modules/rds/aws', undefined],
  [
    'registry.terraform.io/terraform-aws-modules/ecs/aws//modules/service',
    'terraform-aws-modules/ecs/aws//modules/service',
    undefined,
  ],
  [
    'git::https://github.com/terraform-aws-modules/terraform-aws-s3-bucket.git?ref=v4.1.0',
    'terraform-aws-modules/s3-bucket/aws',
    '4.1.0',
  ],
  [
    'github.com/terraform-aws-modules/terraform-aws-vpc',
    'terraform-aws-modules/vpc/aws',
    undefined,
  ],
  [
    'tfr:///terraform-aws-modules/vpc/aws?version=5.1.0',
    'terraform-aws-modules/vpc/aws',
    '5.1.0',
  ],
])('%s is %s', (written, source, version) => {
  expect(normaliseSource(written)).toEqual({ source, version });
});

it.each<[string, string, string, string, string, unknown]>([
  [
    'terraform-aws-modules/rds/aws',
    '~> 6.0',
    '',
    'aws_db_instance.this',
    'multi_az',
    false,
  ],
  [
    'terraform-aws-modules/rds/aws',
    '~> 6.0',
    '',
    'aws_db_instance.this',
    'storage_encrypted',
    true,
  ],
  [
    'terraform-aws-modules/rds/aws',
    '~> 6.0',
    '',
    'aws_db_instance.this',
    'backup_retention_period',
    null,
  ],
  [
    'terraform-aws-modules/rds/aws',
    '~> 6.0',
    '',
    'aws_db_instance.this',
    'deletion_protection',
    false,
  ],
  [
    'terraform-aws-modules/rds/aws',
    '~> 6.0',
    '  multi_az = true',
    'aws_db_instance.this',
    'multi_az',
    true,
  ],
  [
    'terraform-aws-modules/rds/aws',
    '~> 6.0',
    '  create_db_instance = false',
    'aws_db_instance.this',
    'multi_az',
    undefined,
  ],
  [
    'terraform-aws-modules/rds-aurora/aws',
    '9.0',
    '  instances = { one = {}, two = { instance_class = "x" } }',
    'aws_rds_cluster_instance.this["two"]',
    'instance_class',
    'x',
  ],
  [
    'terraform-aws-modules/s3-bucket/aws',
    '4.1.2',
    '',
    'aws_s3_bucket_public_access_block.this',
    'block_public_acls',
    true,
  ],
  [
    'terraform-aws-modules/s3-bucket/aws',
    '~> 3.0',
    '',
    'aws_s3_bucket_public_access_block.this',
    'block_public_acls',
    false,
  ],
  [
    'terraform-aws-modules/s3-bucket/aws',
    '4.1.2',
    '  versioning = { enabled = true }',
    'aws_s3_bucket_versioning.this',
    'versioning_configuration.status',
    'Enabled',
  ],
  [
    'terraform-aws-modules/s3-bucket/aws',
    '4.1.2',
    '',
    'aws_s3_bucket_versioning.this',
    'bucket',
    undefined,
  ],
  [
    'terraform-aws-modules/vpc/aws',
    '5.0.0',
    '  azs = ["a", "b"]\n  private_subnets = ["10.0.1.0/24", "10.0.2.0/24"]',
    'aws_subnet.private',
    'availability_zone',
    '<"a" in [0], "b" in [1]>',
  ],
  [
    'terraform-aws-modules/vpc/aws',
    '5.0.0',
    '  enable_flow_log = true',
    'aws_flow_log.this',
    'traffic_type',
    'ALL',
  ],
  [
    'terraform-aws-modules/eks/aws',
    '~> 20.0',
    '',
    'aws_eks_cluster.this',
    'vpc_config.endpoint_public_access',
    false,
  ],
  [
    'terraform-aws-modules/eks/aws',
    '~> 20.0',
    '  cluster_endpoint_public_access = true',
    'aws_eks_cluster.this',
    'vpc_config.endpoint_public_access',
    true,
  ],
  [
    'terraform-aws-modules/eks/aws',
    '~> 21.0',
    '  endpoint_public_access = true',
    'aws_eks_cluster.this',
    'vpc_config.endpoint_public_access',
    true,
  ],
  [
    'terraform-aws-modules/eks/aws',
    '~> 18.0',
    '',
    'aws_eks_cluster.this',
    'vpc_config.endpoint_public_access',
    true,
  ],
  [
    'terraform-aws-modules/eks/aws',
    '~> 20.0',
    '  eks_managed_node_groups = { a = { min_size = 2 } }',
    'aws_eks_node_group.this["a"]',
    'scaling_config.min_size',
    2,
  ],
  [
    'terraform-aws-modules/alb/aws',
    '~> 9.0',
    '',
    'aws_lb.this',
    'enable_deletion_protection',
    true,
  ],
  [
    'terraform-aws-modules/alb/aws',
    '~> 8.0',
    '',
    'aws_lb.this',
    'enable_deletion_protection',
    false,
  ],
  [
    'terraform-aws-modules/alb/aws',
    '~> 9.0',
    '  listeners = { h = { port = 80, redirect = { port = "443", protocol = "HTTPS", status_code = "HTTP_301" } } }',
    'aws_lb_listener.this["h"]',
    'default_action.redirect.protocol',
    'HTTPS',
  ],
  [
    'terraform-aws-modules/alb/aws',
    '~> 8.0',
    '  https_listeners = [{ port = 443 }]',
    'aws_lb_listener.frontend_https',
    'ssl_policy',
    'ELBSecurityPolicy-2016-08',
  ],
  [
    'terraform-aws-modules/autoscaling/aws',
    '~> 7.0',
    '  min_size = 2',
    'aws_autoscaling_group.this',
    'min_size',
    2,
  ],
  [
    'terraform-aws-modules/elasticache/aws',
    '~> 1.0',
    '',
    'aws_elasticache_replication_group.this',
    'transit_encryption_enabled',
    true,
  ],
  [
    'terraform-aws-modules/dynamodb-table/aws',
    '~> 4.0',
    '',
    'aws_dynamodb_table.this',
    'point_in_time_recovery.enabled',
    false,
  ],
  [
    'terraform-aws-modules/sqs/aws',
    '~> 4.0',
    '  create_dlq = true',
    'aws_sqs_queue.dlq',
    'sqs_managed_sse_enabled',
    true,
  ],
  [
    'terraform-aws-modules/lambda/aws',
    '~> 7.0',
    '  tracing_mode = "Active"',
    'aws_lambda_function.this',
    'tracing_config.mode',
    'Active',
  ],
  [
    'terraform-aws-modules/security-group/aws//modules/ssh',
    '~> 5.0',
    '  ingress_cidr_blocks = ["0.0.0.0/0"]',
    'aws_security_group_rule.ingress_rules["ssh-tcp"]',
    'from_port',
    22,
  ],
  [
    'terraform-aws-modules/ec2-instance/aws',
    '~> 5.0',
    '',
    'aws_instance.this',
    'metadata_options.http_tokens',
    'optional',
  ],
  [
    'terraform-aws-modules/ec2-instance/aws',
    '~> 6.0',
    '',
    'aws_instance.this',
    'metadata_options.http_tokens',
    'required',
  ],
  [
    'terraform-google-modules/sql-db/google//modules/postgresql',
    '~> 20.0',
    '  availability_type = "REGIONAL"',
    'google_sql_database_instance.default',
    'settings.availability_type',
    'REGIONAL',
  ],
  [
    'GoogleCloudPlatform/sql-db/google//modules/mysql',
    '~> 20.0',
    '',
    'google_sql_database_instance.default',
    'settings.backup_configuration.enabled',
    false,
  ],
  [
    'terraform-google-modules/cloud-storage/google',
    '~> 6.0',
    '  names = ["a"]\n  versioning = { a = true }',
    'google_storage_bucket.buckets["a"]',
    'versioning.enabled',
    true,
  ],
  [
    'terraform-google-modules/kubernetes-engine/google',
    '~> 33.0',
    '  region = "europe-west1"',
    'google_container_cluster.primary',
    'location',
    'europe-west1',
  ],
  [
    'Azure/aks/azurerm',
    '~> 9.0',
    '  agents_availability_zones = ["1", "2"]',
    'azurerm_kubernetes_cluster.main',
    'default_node_pool.zones',
    ['1', '2'],
  ],
  [
    'Azure/postgresql/azurerm',
    '~> 3.0',
    '',
    'azurerm_postgresql_server.server',
    'geo_redundant_backup_enabled',
    true,
  ],
])(
  '%s %s with [%s]: %s %s is %j',
  (source, version, inputs, address, path, expected) => {
    expect(read(call(source, version, inputs), address, path)).toEqual(
      expected,
    );
  },
);

it('stands at the argument that is set, else at the call', () => {
  const instance = call(
    'terraform-aws-modules/rds/aws',
    '~> 6.0',
    '  multi_az = true',
  ).find(({ type }) => type === 'aws_db_instance');
  const entries = instance?.attributes.entries ?? {};
  expect(entries.multi_az?.location).toEqual({
    path: 'main.tf',
    startLine: 4,
    endLine: 4,
  });
  expect(entries.deletion_protection?.location).toEqual({
    path: 'main.tf',
    startLine: 1,
    endLine: 5,
  });
  expect(instance?.location).toEqual({
    path: 'main.tf',
    startLine: 1,
    endLine: 5,
  });
});

it('follows outputs and keeps what services run readable', () => {
  const resources = resolveTexts({
    'main.tf': `module "vpc" {
  source          = "terraform-aws-modules/vpc/aws"
  private_subnets = ["10.0.1.0/24", "10.0.2.0/24"]
}
resource "x_y" "z" { subnets = module.vpc.private_subnets }
module "ecs" {
  source   = "terraform-aws-modules/ecs/aws"
  services = { web = { desired_count = 3, container_definitions = { app = { image = "nginx:1.2" } } } }
}
`,
  });
  const subnets = resources.find(({ type }) => type === 'x_y')?.attributes
    .entries.subnets;
  expect(
    subnets?.kind === 'list' && subnets.items.map(item => item.references),
  ).toEqual([
    ['module.vpc.aws_subnet.private'],
    ['module.vpc.aws_subnet.private'],
  ]);
  const task = resources.find(({ type }) => type === 'aws_ecs_task_definition');
  expect(task?.address).toBe(
    'module.ecs.module.service["web"].aws_ecs_task_definition.this',
  );
  const containers = task?.attributes.entries.container_definitions?.decoded;
  expect(containers && describeValue(getValue(containers, '0.image'))).toBe(
    'nginx:1.2',
  );
  expect(
    resources
      .filter(({ type }) => type === 'module')
      .map(({ address }) => address),
  ).toEqual(['module.vpc', 'module.ecs']);
});
