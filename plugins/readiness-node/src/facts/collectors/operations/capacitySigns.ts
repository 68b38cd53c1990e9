import type { FileIndex } from '../../fileIndex';
import { getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SignFact } from '../../types/signs';
import type { Value } from '../../value';

/** Sizes that somebody has decided on: of machines, stores, functions, pools and heaps. */
export function collectCapacitySigns(
  files: FileIndex,
  resources: ResourceIndex,
): SignFact[] {
  return [
    ...resources.all
      .filter(each => each.offByDefault === undefined)
      .flatMap(readSize),
    ...readFiles(files),
  ];
}

/** Attributes that are a size whatever resource has them. */
const ATTRIBUTES = [
  'instance_type',
  'instance_types',
  'instance_class',
  'node_type',
  'machine_type',
  'memory_size',
  'cluster_config.instance_type',
  'settings.tier',
  'node_config.machine_type',
  'template.containers.resources.limits',
  'template.spec.containers.resources.limits',
  'template.container.cpu',
  'default_node_pool.vm_size',
  'vm_size',
  'size',
  'sku_name',
  'available_memory_mb',
  'service_config.available_memory',
  'InstanceType',
  'InstanceTypes',
  'DBInstanceClass',
  'CacheNodeType',
  'NodeType',
  'MemorySize',
  'ServerlessV2ScalingConfiguration',
  'serverlessv2_scaling_configuration',
];
const PARAMETERS =
  /^(aws_(db|rds_cluster|elasticache|docdb_cluster|neptune)_parameter_group|AWS::(RDS::DBParameterGroup|RDS::DBClusterParameterGroup|ElastiCache::ParameterGroup)|azurerm_(postgresql|mysql)_(flexible_)?server_configuration)$/;
const SIZED = /^(aws_|google_|azurerm_|digitalocean_|hcloud_|AWS::)/;
const SIZE_TYPES =
  /virtual_machine|droplet|scale_set|server|redis|sql|managed_disk|_cluster|plan/;

function readSize(resource: Resource): SignFact[] {
  const { type, attributes } = resource;
  if (!SIZED.test(type)) return [];
  if (PARAMETERS.test(type)) {
    return [
      { ...toSubjectFact(resource), message: 'Parameters of the database' },
    ];
  }
  for (const path of ATTRIBUTES) {
    if ((path === 'size' || path === 'sku_name') && !SIZE_TYPES.test(type)) {
      continue;
    }
    const value = getValue(attributes, path);
    if (value === undefined || isNull(value)) continue;
    return [
      {
        ...toSubjectFact(resource),
        location: value.location,
        message: `${path} = ${describe(value)}`,
      },
    ];
  }
  return [];
}

function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

function describe(value: Value): string {
  if (value.kind === 'unresolved') return value.expression;
  if (value.kind === 'list') return value.items.map(describe).join(', ');
  return getText(value) ?? 'set';
}

/** Settings of servers, workers, pools and heaps, by the files that hold them. */
const SETTINGS: readonly (readonly [file: RegExp, setting: RegExp])[] = [
  [
    /(^|\/)gunicorn[\w.-]*\.py(\.j2)?$/,
    /^\s*(workers|threads|worker_connections)\s*=/,
  ],
  [
    /(^|\/)(puma|unicorn)\.rb(\.erb)?$/,
    /^\s*(workers|threads|worker_processes)\b/,
  ],
  [
    /(^|\/)uwsgi\.(ini|ya?ml)(\.j2)?$/,
    /^\s*(processes|workers|threads)\s*[=:]/,
  ],
  [
    /nginx[\w./-]*\.conf(\.(j2|erb|epp|template))?$/,
    /^\s*worker_(processes|connections)\b/,
  ],
  [
    /(^|\/)application[\w-]*\.(ya?ml|properties)$/,
    /(maximum-?pool-?size|max-?threads|threads\.max|max-?active|pool-?size)\s*[=:]/i,
  ],
  [
    /(^|\/)([\w.-]*mysql[\w.-]*|my)\.(cnf|ini)(\.(j2|erb|epp))?$/,
    /^\s*(innodb_buffer_pool_size|max_connections)\s*=/,
  ],
  [
    /(^|\/)postgresql[\w.-]*\.conf(\.(j2|erb|epp))?$/,
    /^\s*(shared_buffers|work_mem|max_connections)\s*=/,
  ],
  [
    /(^|\/)redis[\w.-]*\.conf(\.(j2|erb|epp))?$/,
    /^\s*(maxmemory|io-threads)\s/,
  ],
  [/(^|\/)(www|php-fpm|pool)[\w.-]*\.conf(\.(j2|erb|epp))?$/, /^\s*pm\.max_/],
  [/(^|\/)build\.gradle(\.kts)?$/, /MaxRAMPercentage/],
  [/(^|\/)config\/[\w-]+\.exs$/, /^\s*pool_size:/],
  [/(^|\/)fly[\w.-]*\.toml$/, /^\s*(memory(_mb)?|cpus|size)\s*=/],
  [/\.nomad(\.hcl)?$/, /^\s*(cpu|memory)\s*=/],
  [/(^|\/)jvm\.options(\.(j2|erb|epp))?$/, /^-Xm[sx]\d/],
  [
    /(^|\/)([\w.-]*\.service|Procfile|[\w.-]*[Dd]ockerfile[\w.-]*|Containerfile|(docker-)?compose[\w.-]*\.ya?ml|setenv\.sh|[\w-]+\.env)(\.(j2|erb|epp))?$/,
    /-Xmx(\d|\$|<%|\{\{)|MaxRAMPercentage|max-old-space-size|WEB_CONCURRENCY\s*[=:]|GOMAXPROCS\s*[=:]|\b(gunicorn|uvicorn|puma|unicorn)\b.*\s(-w|--workers|-t)[ =]/,
  ],
  [
    /(^|\/)(group_vars|host_vars|vars|defaults|attributes|data)\/.*\.(ya?ml|rb)$/,
    /(innodb_buffer_pool_size|shared_buffers|worker_processes|worker_connections|java_opts.*-Xm[sx]|heap_size|max_children|max_connections)\b/i,
  ],
];

function readFiles(files: FileIndex): SignFact[] {
  return SETTINGS.flatMap(([file, setting]) =>
    files.matching(file).flatMap(({ path, text }) => {
      const lines = (text ?? '').split(/\r?\n/);
      const index = lines.findIndex(
        line => line.length < 1_000 && setting.test(line),
      );
      const line = lines[index];
      if (line === undefined) return [];
      const location = { path, startLine: index + 1, endLine: index + 1 };
      return [
        {
          subject: path,
          type: 'file',
          language: 'other' as const,
          location,
          scope: '',
          message: line.trim().slice(0, 120),
        },
      ];
    }),
  );
}
