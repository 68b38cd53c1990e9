import {
  AttributeReader,
  getEntries,
  getText,
  getValue,
} from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { DatabaseFact, SettingFact } from '../../types/dataStores';
import type { FactValue, Value } from '../../value';
import { absent, anyOf, derive, known, own, unresolved } from './settings';

/** Where an instance or cluster says which parameters it runs with. */
export interface ParameterNames {
  readonly engine: string;
  readonly engineVersion: string;
  readonly parameterGroup: string;
  readonly logExports: string;
}

const SLOW_QUERY_PARAMETERS = ['slow_query_log', 'log_min_duration_statement'];

/** Queries that take long are logged; nothing for engines without such a log. */
export function getSlowQueryLog(
  resource: Resource,
  names: ParameterNames,
  resources: ResourceIndex,
): SettingFact | undefined {
  const reader = AttributeReader.of(resource);
  const engine = reader.text(names.engine);
  if (
    engine.state === 'known' &&
    !/mysql|maria|postgres|docdb/i.test(engine.value)
  )
    return undefined;
  const exported = derive(
    reader.texts(names.logExports, { default: [] }),
    logs => logs.some(log => log === 'slowquery' || log === 'profiler'),
  );
  const parameters = SLOW_QUERY_PARAMETERS.map(name =>
    derive(
      readParameter(resource, names, name, resources),
      text =>
        /^(1|on|[1-9]\d*|0)$/i.test(text) &&
        !(name === 'slow_query_log' && text === '0'),
    ),
  ).filter(value => value.state !== 'absent');
  return own(anyOf(exported, ...parameters));
}

/** Whether the server refuses connections without TLS, where that is a parameter. */
export function requiresTls(
  resource: Resource,
  names: ParameterNames,
  resources: ResourceIndex,
): Pick<DatabaseFact, 'encryptedInTransit'> {
  const reader = AttributeReader.of(resource);
  const engine = reader.text(names.engine);
  if (engine.state !== 'known') return {};
  const parameter = getTlsParameter(engine.value);
  if (parameter === undefined) return {};
  const value = readParameter(resource, names, parameter, resources);
  if (value.state !== 'absent')
    return {
      encryptedInTransit: own(
        derive(value, text => /^(1|on|true)$/i.test(text)),
      ),
    };
  const isDefault = isForcedByDefault(
    engine.value,
    reader.text(names.engineVersion),
  );
  return {
    encryptedInTransit: own(
      absent(
        parameter,
        resource.location,
        isDefault,
        isDefault ? '1 since PostgreSQL 15' : '0',
      ),
    ),
  };
}

function getTlsParameter(engine: string): string | undefined {
  if (/postgres|sqlserver/.test(engine)) return 'rds.force_ssl';
  return /mysql|maria/.test(engine) ? 'require_secure_transport' : undefined;
}

/** PostgreSQL 15 and newer set `rds.force_ssl` by themselves; Aurora from 17. */
function isForcedByDefault(
  engine: string,
  version: FactValue<string>,
): boolean {
  if (!engine.includes('postgres')) return false;
  const oldest = engine.startsWith('aurora') ? 17 : 15;
  return (
    version.state === 'known' && Number.parseInt(version.value, 10) >= oldest
  );
}

/** A parameter of the group a database uses; absent when the default group is used. */
function readParameter(
  resource: Resource,
  names: ParameterNames,
  parameter: string,
  resources: ResourceIndex,
): FactValue<string> {
  const group = getValue(resource.attributes, names.parameterGroup);
  const [found] = resources.referred(resource, names.parameterGroup);
  if (found !== undefined) return findInGroup(found, parameter);
  const isDefault =
    group === undefined ||
    getText(group)?.startsWith('default.') === true ||
    getText(group) === '';
  if (isDefault || (group.kind === 'scalar' && group.value === null)) {
    return { state: 'absent', setting: parameter, location: resource.location };
  }
  return unresolved(
    `a setting of ${describeGroup(group)}`,
    parameter,
    group.location,
  );
}

function describeGroup(group: Value): string {
  return `the parameter group ${
    getText(group) ??
    (group.kind === 'unresolved' ? group.expression : 'named here')
  }`;
}

function findInGroup(group: Resource, parameter: string): FactValue<string> {
  for (const block of AttributeReader.of(group).blocks('parameter')) {
    if (getText(block.get('name')) !== parameter) continue;
    const value = block.text('value');
    return { ...value, setting: parameter };
  }
  const entries = getEntries(
    group.attributes.entries.Parameters ?? group.attributes.entries.parameters,
  );
  const value = entries.find(([name]) => name === parameter)?.[1];
  const text = getText(value);
  if (value === undefined)
    return { state: 'absent', setting: parameter, location: group.location };
  return text === undefined
    ? unresolved('an expression', parameter, value.location)
    : known(text, parameter, value.location);
}
