import { AttributeReader, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { RegionSpreadFact } from '../../types/dataStores';
import { textAt } from './settings';

const BY_THEIR_NATURE: Readonly<Record<string, string>> = {
  aws_ecr_replication_configuration:
    'images are replicated to another registry',
  'AWS::ECR::ReplicationConfiguration':
    'images are replicated to another registry',
  aws_rds_global_cluster: 'a global database spans regions',
  'AWS::RDS::GlobalCluster': 'a global database spans regions',
  aws_dynamodb_global_table: 'a global table is replicated to other regions',
  aws_elasticache_global_replication_group:
    'a global datastore is replicated to another region',
  aws_s3control_multi_region_access_point:
    'one access point leads to buckets in several regions',
  aws_globalaccelerator_accelerator:
    'traffic is led to the nearest healthy region',
  azurerm_mssql_failover_group: 'databases fail over to another region',
  azurerm_sql_failover_group: 'databases fail over to another region',
  azurerm_cosmosdb_account: 'data is replicated to a second region',
  azurerm_traffic_manager_profile:
    'traffic is led to another region when one fails',
};
const ROUTING = [
  'failover_routing_policy',
  'latency_routing_policy',
  'geolocation_routing_policy',
  'geoproximity_routing_policy',
];
const STACK_ROUTING = ['Failover', 'Region', 'GeoLocation'];

/** What proves that more than one region is used, beside buckets and distributions. */
export function readRegionSpreads(
  resources: ResourceIndex,
): readonly RegionSpreadFact[] {
  const natural = Object.entries(BY_THEIR_NATURE).flatMap(([type, message]) =>
    resources
      .ofType(type)
      .filter(spansRegions)
      .map(resource => ({ ...toSubjectFact(resource), message })),
  );
  const routed = resources
    .ofType('aws_route53_record', 'AWS::Route53::RecordSet')
    .filter(isRoutedByRegion)
    .map(resource => ({
      ...toSubjectFact(resource),
      message: 'DNS leads to another region by failover or latency',
    }));
  const replicas = resources
    .ofType('aws_db_instance')
    .filter(isReplicaFromElsewhere)
    .map(resource => ({
      ...toSubjectFact(resource),
      message: 'a read replica of a database in another region',
    }));
  const stackSets = resources
    .ofType(
      'aws_cloudformation_stack_set_instance',
      'AWS::CloudFormation::StackSet',
    )
    .filter(
      resource =>
        getValue(resource.attributes, 'StackInstancesGroup.Regions')?.kind ===
        'list',
    )
    .map(resource => ({
      ...toSubjectFact(resource),
      message: 'stacks in several regions',
    }));
  return [...natural, ...routed, ...replicas, ...stackSets];
}

function spansRegions(resource: Resource): boolean {
  if (resource.type !== 'azurerm_cosmosdb_account') return true;
  return AttributeReader.of(resource).blocks('geo_location').length > 1;
}

function isRoutedByRegion(resource: Resource): boolean {
  const reader = AttributeReader.of(resource);
  const names = resource.language === 'terraform' ? ROUTING : STACK_ROUTING;
  return names.some(name => reader.has(name));
}

/** A replica names its source by ARN, or lives under another provider than it. */
function isReplicaFromElsewhere(resource: Resource): boolean {
  const source = textAt(resource, 'replicate_source_db');
  if (source?.startsWith('arn:') === true) return true;
  const expression = getValue(resource.attributes, 'replicate_source_db');
  const provider =
    getText(getValue(resource.attributes, 'provider')) ?? resource.apiVersion;
  return (
    expression !== undefined && provider !== undefined && provider.includes('.')
  );
}
