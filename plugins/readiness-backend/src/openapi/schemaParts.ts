/** A part of the OpenAPI document; JSON Schema 2020-12. */
export interface Schema {
  readonly [key: string]: unknown;
}

export const text: Schema = { type: 'string' };
export const time: Schema = { type: 'string', format: 'date-time' };
export const day: Schema = { type: 'string', format: 'date' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const flag: Schema = { type: 'boolean' };
export const percent: Schema = { type: 'number', minimum: 0, maximum: 100 };
export const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
export const level: Schema = { type: 'integer', enum: [0, 1, 2, 3] };
export const severity = oneOf('critical', 'high', 'medium', 'low');
export const outcome = oneOf(
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'error',
);
export const state = oneOf('queued', 'evaluating', 'evaluated', 'failed');

export function oneOf(...values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** An object; a key that ends in `?` is optional. */
export function object(properties: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(properties);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      entries.map(([key, schema]) => [key.replace(/\?$/, ''), schema]),
    ),
    required: entries.map(([key]) => key).filter(key => !key.endsWith('?')),
  };
}

/** Backstage's answer to what went wrong. */
export const errorBody: Schema = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: { name: text, message: text },
    },
    response: {
      type: 'object',
      required: ['statusCode'],
      properties: { statusCode: count },
    },
  },
};
