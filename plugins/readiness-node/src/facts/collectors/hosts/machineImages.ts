import { AttributeReader, getItems, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { MachineImageFact } from '../../types/hosts';
import type { FactValue } from '../../value';

/** AMI lookups, SSM parameters of images, `version = "latest"` of Azure. */
export function readMachineImages(
  resources: ResourceIndex,
): readonly MachineImageFact[] {
  return [
    ...resources.ofType('data.aws_ami').map(readAmi),
    ...resources.ofType('data.aws_ssm_parameter').flatMap(readParameter),
    ...resources
      .ofType(
        'azurerm_linux_virtual_machine',
        'azurerm_windows_virtual_machine',
        'azurerm_linux_virtual_machine_scale_set',
        'azurerm_windows_virtual_machine_scale_set',
      )
      .flatMap(readAzure),
  ];
}

function base(
  resource: Resource,
): Omit<MachineImageFact, 'takesNewest' | 'filter'> {
  const { address, type, language, location, scope, environment, condition } =
    resource;
  return {
    subject: address,
    type,
    language,
    location,
    scope,
    ...(environment !== undefined && { environment }),
    ...(condition !== undefined && { condition }),
  };
}

function readAmi(resource: Resource): MachineImageFact {
  const reader = AttributeReader.of(resource);
  return {
    ...base(resource),
    takesNewest: reader.boolean('most_recent', { default: false }),
    filter: reader.has('name_regex')
      ? reader.text('name_regex')
      : readNameFilter(reader, resource),
  };
}

function readNameFilter(
  reader: AttributeReader,
  resource: Resource,
): FactValue<string> {
  const filter = reader
    .blocks('filter')
    .find(block => /^(name|image-id)$/.test(getText(block.get('name')) ?? ''));
  const values = filter?.get('values');
  if (filter === undefined || values === undefined)
    return { state: 'absent', setting: 'filter', location: resource.location };
  const texts = getItems(values).map(
    item =>
      getText(item) ?? (item.kind === 'unresolved' ? item.expression : ''),
  );
  const isResolved = getItems(values).every(item => item.kind === 'scalar');
  const common = { setting: 'filter.name', location: values.location };
  return isResolved
    ? { state: 'known', value: texts.join(', '), ...common }
    : { state: 'unresolved', expression: texts.join(', '), ...common };
}

function readParameter(resource: Resource): readonly MachineImageFact[] {
  const filter = AttributeReader.of(resource).text('name');
  const path = getWritten(filter);
  if (!/^"?\/aws\/service\/.*(ami|image)/.test(path)) return [];
  return [
    {
      ...base(resource),
      takesNewest: {
        state: 'known',
        value: true,
        setting: 'name',
        location: filter.location,
      },
      filter,
    },
  ];
}

function readAzure(resource: Resource): readonly MachineImageFact[] {
  const reference = AttributeReader.of(resource).block(
    'source_image_reference',
  );
  if (reference === undefined) return [];
  const version = reference.text('version', { default: 'latest' });
  const { setting, location } = version;
  const takesNewest: FactValue<boolean> =
    version.state === 'unresolved'
      ? {
          state: 'unresolved',
          expression: version.expression,
          setting,
          location,
        }
      : {
          state: 'known',
          value:
            (version.state === 'known' ? version.value : 'latest') === 'latest',
          setting,
          location,
        };
  return [
    {
      ...base(resource),
      takesNewest,
      filter: { state: 'absent', setting, location },
    },
  ];
}

/** The text, or the expression when nobody knows the text. */
function getWritten(value: FactValue<string>): string {
  if (value.state === 'known') return value.value;
  return value.state === 'unresolved' ? value.expression : '';
}
