/** A query parameter that may be repeated: "any of"; empty means "has none". */
function repeated(description: string) {
  return {
    description,
    in: 'query',
    allowEmptyValue: true,
    // References hold colons and slashes.
    allowReserved: true,
    schema: {
      type: 'array',
      items: { type: 'string', maxLength: 500 },
      maxItems: 200,
    },
    style: 'form',
    explode: true,
  } as const;
}

/** What lists and the heatmap can be narrowed by. */
export const filterParameters = [
  { name: 'kind', ...repeated('Kinds of entities') },
  { name: 'type', ...repeated('Values of `spec.type`') },
  { name: 'lifecycle', ...repeated('Values of `spec.lifecycle`') },
  {
    name: 'owner',
    ...repeated('Full references; a group stands for all groups below it too'),
  },
  { name: 'system', ...repeated('Full references of systems') },
  { name: 'domain', ...repeated('Full references of domains') },
  { name: 'tag', ...repeated('Tags') },
  {
    name: 'level',
    description: 'Reached levels',
    in: 'query',
    schema: { type: 'array', items: { type: 'integer', enum: [0, 1, 2, 3] } },
    style: 'form',
    explode: true,
  },
  {
    name: 'text',
    description: 'Part of the name or title',
    in: 'query',
    allowReserved: true,
    allowEmptyValue: true,
    schema: { type: 'string', maxLength: 200 },
  },
] as const;

/** The entity of a path, by the parts of its reference. */
export const entityParameters = [
  {
    name: 'kind',
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1, maxLength: 63 },
  },
  {
    name: 'namespace',
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1, maxLength: 63 },
  },
  {
    name: 'name',
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1, maxLength: 63 },
  },
] as const;

export const offsetParameter = {
  name: 'offset',
  description: 'Items to skip',
  in: 'query',
  schema: { type: 'integer', minimum: 0, default: 0 },
} as const;
