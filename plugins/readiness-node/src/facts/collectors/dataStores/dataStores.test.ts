import fc from 'fast-check';
import { createSnapshot } from '../../../testing';
import { collectFacts } from '../../collectFacts';
import { defaultCollectorOptions } from '../../collector';
import { FileIndex, ParsedSnapshot } from '../../fileIndex';
import type { Resource } from '../../resource';
import { ResourceIndex } from '../../resourceIndex';
import type { Value } from '../../value';
import { dataStoresCollector } from '.';

const TYPES = [
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_db_parameter_group',
  'aws_elasticache_replication_group',
  'aws_s3_bucket',
  'aws_s3_bucket_acl',
  'aws_s3_bucket_lifecycle_configuration',
  'aws_sqs_queue',
  'aws_dynamodb_table',
  'aws_ebs_volume',
  'aws_instance',
  'aws_backup_plan',
  'aws_backup_selection',
  'aws_eip',
  'AWS::RDS::DBInstance',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::CloudFront::Distribution',
  'google_sql_database_instance',
  'google_storage_bucket',
  'google_alloydb_cluster',
  'azurerm_cosmosdb_account',
  'azurerm_postgresql_flexible_server',
  'azurerm_storage_account',
  'Cluster',
  'PostgresCluster',
  'StatefulSet',
  'CronJob',
  'Schedule',
  'HelmDependency',
];
const NAMES = [
  'multi_az',
  'engine',
  'bucket',
  'acl',
  'rule',
  'grant',
  'tags',
  'Tags',
  'settings',
  'database_flags',
  'name',
  'value',
  'parameter',
  'lifecycle',
  'geo_location',
  'replica',
  'root_block_device',
  'spec',
  'instances',
  'template',
  'containers',
  'image',
  'resources',
  'DistributionConfig',
  'Rules',
];
const location = { path: 'a.tf', startLine: 1, endLine: 2 };

const values = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc
      .oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
      .map((value): Value => ({ kind: 'scalar', value, location })),
    fc.constantFrom('one', 'two').map(
      (name): Value => ({
        kind: 'unresolved',
        expression: `var.${name}`,
        references: [name],
        location,
      }),
    ),
    fc
      .array(tie('value'), { maxLength: 3 })
      .map((items): Value => ({ kind: 'list', items, location })),
    fc
      .dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 4 })
      .map((entries): Value => ({ kind: 'map', entries, location })),
  ),
})).value;

const resources = fc.record({
  type: fc.constantFrom(...TYPES),
  name: fc.constantFrom('one', 'two'),
  language: fc.constantFrom(
    'terraform' as const,
    'cloudformation' as const,
    'kubernetes' as const,
    'compose' as const,
  ),
  entries: fc.dictionary(fc.constantFrom(...NAMES), values, { maxKeys: 6 }),
});

function toResource({
  type,
  name,
  language,
  entries,
}: {
  type: string;
  name: string;
  language: Resource['language'];
  entries: Record<string, Value>;
}): Resource {
  return {
    type,
    name,
    language,
    address: name,
    scope: '',
    location,
    attributes: { kind: 'map', entries, location },
  };
}

describe('dataStoresCollector', () => {
  it('never throws, whatever attributes hold, and gives plain data', () => {
    const files = new FileIndex(new ParsedSnapshot(createSnapshot({})), '');
    fc.assert(
      fc.property(fc.array(resources, { maxLength: 6 }), list => {
        const index = new ResourceIndex(list.map(toResource));
        const facts = dataStoresCollector.collect({
          files,
          resources: index,
          options: defaultCollectorOptions,
        });
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      }),
      { numRuns: 300 },
    );
  });

  it('lets production speak for a block that several roots read', async () => {
    const module =
      'variable "multi_az" {}\nresource "aws_db_instance" "this" {\n  multi_az = var.multi_az\n}\n';
    const root = (multiZone: boolean) =>
      `module "db" {\n  source   = "../../modules/db"\n  multi_az = ${multiZone}\n}\n`;
    const [collected] = await collectFacts(
      createSnapshot({
        'modules/db/main.tf': module,
        'environments/staging/main.tf': root(false),
        'environments/production/main.tf': root(true),
      }),
      { subPaths: [''] },
    );
    const databases = collected?.facts.databases ?? [];
    expect(
      databases.map(({ subject, environment, zones }) => [
        subject,
        environment,
        zones?.value,
      ]),
    ).toEqual([
      [
        'module.db.aws_db_instance.this',
        'production',
        expect.objectContaining({ value: 'multi-zone' }),
      ],
    ]);
  });

  it('reads charts of databases by their own name, and companions without their bucket', async () => {
    const [collected] = await collectFacts(
      createSnapshot({
        'chart/Chart.yaml':
          'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: postgresql\n    alias: db\n    version: 12.1.0\n    repository: https://charts.example.com\n  - name: redis\n    version: 1.0.0\n    repository: https://charts.example.com\n',
        'chart/values.yaml': 'db:\n  backup:\n    enabled: true\n',
        'main.tf':
          'variable "bucket" {}\nresource "aws_s3_bucket_public_access_block" "other" {\n  bucket            = var.bucket\n  block_public_acls = true\n}\n',
      }),
      { subPaths: [''] },
    );
    const {
      databases = [],
      cacheUses = [],
      buckets = [],
    } = collected?.facts ?? {};
    expect(
      databases.map(({ subject, hasBackups }) => [subject, hasBackups?.value]),
    ).toEqual([
      [
        'HelmDependency/db',
        expect.objectContaining({ state: 'known', value: true }),
      ],
    ]);
    expect(cacheUses.map(({ subject }) => subject)).toEqual([
      'HelmDependency/redis',
    ]);
    expect(
      buckets.map(({ subject, publicAccess }) => [
        subject,
        publicAccess.length,
      ]),
    ).toEqual([['aws_s3_bucket_public_access_block.other', 4]]);
  });
});
