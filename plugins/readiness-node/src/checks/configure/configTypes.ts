/** Resources that hold configuration, and what to call them. */
const TYPES: readonly { readonly type: RegExp; readonly what: string }[] = [
  {
    type: /^(ConfigMap|kubernetes_config_map(_v1)?(_data|_v1_data)?)$/,
    what: 'A ConfigMap holds the settings',
  },
  {
    type: /^(aws_ssm_parameter|AWS::SSM::Parameter)$/,
    what: 'An SSM parameter holds a setting',
  },
  {
    type: /^(aws_appconfig_(application|configuration_profile|hosted_configuration_version|deployment|environment)|AWS::AppConfig::\w+)$/,
    what: 'AppConfig holds the settings',
  },
  {
    type: /^azurerm_app_configuration(_key|_feature)?$/,
    what: 'App Configuration holds the settings',
  },
  {
    type: /^(consul_keys|consul_key_prefix|consul_config_entry)$/,
    what: 'Consul holds the settings',
  },
  {
    type: /^(aws_(db|rds_cluster|docdb_cluster|neptune|neptune_cluster|elasticache|redshift|memorydb|dax)_parameter_group|aws_db_option_group|AWS::(RDS::DB(Cluster)?ParameterGroup|RDS::OptionGroup|DocDB::DBClusterParameterGroup|Neptune::DB(Cluster)?ParameterGroup|ElastiCache::ParameterGroup|Redshift::ClusterParameterGroup|MemoryDB::ParameterGroup|DAX::ParameterGroup))$/,
    what: 'A parameter group sets the store up',
  },
  {
    type: /^azurerm_(postgresql|postgresql_flexible_server|mysql|mysql_flexible_server|mariadb)_configuration$/,
    what: 'A server configuration sets the database up',
  },
  {
    type: /^(helm_release|HelmRelease)$/,
    what: 'A release sets Helm values',
  },
];

/** What a resource of this type configures, when it does. */
export function describeConfigType(resourceType: string): string | undefined {
  return TYPES.find(({ type }) => type.test(resourceType))?.what;
}
