import { getEntries, getItems, getValue } from '../readValue';
import type { Resource } from '../resource';
import type { MapValue, Value } from '../value';
import { getEnvironment } from './parameterFiles';
import type { CloudFormationInput } from './resolveCloudFormation';
import { ServerlessVariables } from './serverlessVariables';
import { Stack } from './stack';
import type { TemplateIndex } from './templateIndex';

const SERVERLESS_FILE = /(^|\/)serverless(\.[\w-]+)?\.(ya?ml|json)$/;
const BUDGET = 200_000;
/** Settings of the provider that functions inherit. */
const INHERITED = [
  'runtime',
  'memorySize',
  'timeout',
  'architecture',
  'vpc',
  'layers',
  'role',
  'logRetentionInDays',
  'kmsKeyArn',
  'versionFunctions',
  'environment',
  'tags',
];

/**
 * Resources of the Serverless Framework: functions by their own type, and the
 * CloudFormation resources written beside them.
 *
 * @param nestedPaths - gains the files that services include.
 */
export function resolveServerless(
  input: CloudFormationInput,
  templates: TemplateIndex,
  nestedPaths: Set<string>,
): readonly Resource[] {
  return input.files
    .matching(SERVERLESS_FILE)
    .flatMap(file => resolveService(file.path, input, templates, nestedPaths));
}

function resolveService(
  path: string,
  input: CloudFormationInput,
  templates: TemplateIndex,
  nestedPaths: Set<string>,
): readonly Resource[] {
  const written = templates.readValue(path);
  if (written?.kind !== 'map' || written.entries.service === undefined)
    return [];
  const variables = new ServerlessVariables(written, path, name => {
    nestedPaths.add(name);
    return templates.readValue(name);
  });
  const root = variables.fill(written);
  if (root.kind !== 'map') return [];
  const environment = getEnvironment(path, input.options);
  return [
    ...getFunctions(root, path, environment),
    ...getRole(root, path, environment),
    ...getCloudFormation(root, path, environment, templates),
  ];
}

function getFunctions(
  root: MapValue,
  path: string,
  environment: string | undefined,
): readonly Resource[] {
  const maps = getItems(root.entries.functions);
  return maps.flatMap(getEntries).map(([name, definition]) => ({
    language: 'serverless' as const,
    type: 'serverless.function',
    name,
    address: `functions.${name}`,
    scope: path,
    attributes: inherit(root, definition),
    location: definition.location,
    ...(environment !== undefined && { environment }),
  }));
}

/** The role the framework makes of the provider's statements, by its logical id. */
function getRole(
  root: MapValue,
  path: string,
  environment: string | undefined,
): readonly Resource[] {
  const statements =
    getValue(root, 'provider.iam.role.statements') ??
    getValue(root, 'provider.iamRoleStatements');
  const managed =
    getValue(root, 'provider.iam.role.managedPolicies') ??
    getValue(root, 'provider.iamManagedPolicies');
  const { location } = statements ?? managed ?? root;
  if (statements === undefined && managed === undefined) return [];
  const map = (entries: Record<string, Value>): MapValue => ({
    kind: 'map',
    entries,
    location,
  });
  const policies: Value | undefined = statements && {
    kind: 'list',
    items: [map({ PolicyDocument: map({ Statement: statements }) })],
    location,
  };
  return [
    {
      language: 'serverless',
      type: 'AWS::IAM::Role',
      name: 'IamRoleLambdaExecution',
      address: 'IamRoleLambdaExecution',
      scope: path,
      attributes: map({
        ...(policies && { Policies: policies }),
        ...(managed && { ManagedPolicyArns: managed }),
      }),
      location,
      ...(environment !== undefined && { environment }),
    },
  ];
}

function inherit(root: MapValue, definition: Value): MapValue {
  const entries: Record<string, Value> = {};
  for (const key of INHERITED) {
    const value = getValue(root, `provider.${key}`);
    if (value !== undefined) entries[key] = value;
  }
  const tracing = getValue(root, 'provider.tracing.lambda');
  if (tracing !== undefined) entries.tracing = tracing;
  for (const [key, value] of getEntries(definition)) {
    const base = entries[key];
    entries[key] =
      (key === 'environment' || key === 'tags') &&
      base?.kind === 'map' &&
      value.kind === 'map'
        ? { ...value, entries: { ...base.entries, ...value.entries } }
        : value;
  }
  return { kind: 'map', entries, location: definition.location };
}

function getCloudFormation(
  root: MapValue,
  path: string,
  environment: string | undefined,
  templates: TemplateIndex,
): readonly Resource[] {
  const parts = getItems(root.entries.resources);
  const section = (name: string): MapValue => ({
    kind: 'map',
    entries: Object.fromEntries(
      parts.flatMap(part => getEntries(getValue(part, name))),
    ),
    location: root.location,
  });
  const names = [
    'Resources',
    'Conditions',
    'Mappings',
    'Parameters',
    'Outputs',
  ];
  const template = {
    path,
    root: {
      kind: 'map' as const,
      entries: Object.fromEntries(names.map(name => [name, section(name)])),
      location: root.location,
    },
    isServerless: false,
  };
  const context = {
    templates,
    scope: path,
    budget: { remaining: BUDGET },
    addresses: new Set<string>(),
    nestedPaths: new Set<string>(),
    ...(environment !== undefined && { environment }),
  };
  return new Stack(context, template, new Map()).resolve();
}
