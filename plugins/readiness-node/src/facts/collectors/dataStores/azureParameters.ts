import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { SettingFact } from '../../types/dataStores';
import { absent, derive, heldBy, known, own, textAt } from './settings';

/** A server parameter set by a companion resource. */
export function readParameter(
  resource: Resource,
  resources: ResourceIndex,
  name: string,
  usual: string,
): SettingFact {
  const companion = findParameter(resource, resources, name);
  if (companion === undefined)
    return own(absent(name, resource.location, isOn(usual), usual));
  return heldBy(companion, {
    ...derive(AttributeReader.of(companion).text('value'), isOn),
    setting: name,
  });
}

export function readAnyParameter(
  resource: Resource,
  resources: ResourceIndex,
  names: readonly string[],
): SettingFact {
  for (const name of names) {
    const companion = findParameter(resource, resources, name);
    if (companion !== undefined) {
      return heldBy(companion, {
        ...derive(AttributeReader.of(companion).text('value'), isOn),
        setting: name,
      });
    }
  }
  return own(absent(names[0] ?? 'parameter', resource.location, false, 'off'));
}

function findParameter(
  resource: Resource,
  resources: ResourceIndex,
  name: string,
): Resource | undefined {
  const types = [
    'azurerm_postgresql_flexible_server_configuration',
    'azurerm_mysql_flexible_server_configuration',
    'azurerm_postgresql_configuration',
    'azurerm_mysql_configuration',
  ];
  return [
    ...resources.companions(resource, types, 'server_id'),
    ...resources.companions(resource, types, 'server_name', 'name'),
  ].find(companion => textAt(companion, 'name') === name);
}

function isOn(text: string): boolean {
  return !/^(off|none|-1|false)$/i.test(text);
}

export function readLogs(
  resource: Resource,
  resources: ResourceIndex,
  isPostgres: boolean,
): SettingFact {
  const [diagnostics] = resources.companions(
    resource,
    ['azurerm_monitor_diagnostic_setting'],
    'target_resource_id',
  );
  if (diagnostics !== undefined)
    return heldBy(
      diagnostics,
      known(true, 'enabled_log', diagnostics.location, 'set'),
    );
  const names = isPostgres
    ? [
        'log_checkpoints',
        'log_connections',
        'log_disconnections',
        'pgaudit.log',
      ]
    : ['audit_log_enabled', 'slow_query_log'];
  return readAnyParameter(resource, resources, names);
}
