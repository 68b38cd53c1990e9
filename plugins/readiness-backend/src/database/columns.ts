import type { Knex } from 'knex';

/** A row as the driver gives it; stores map it at their border. */
export type Row = Readonly<Record<string, unknown>>;

/** PostgreSQL gives 64-bit integers as texts. */
export function toNumber(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

export function toText(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

/** SQLite keeps booleans as 0 and 1. */
export function toBoolean(value: unknown): boolean | undefined {
  return value === null || value === undefined ? undefined : Boolean(value);
}

/** Drops what is undefined, so that optional fields stay absent. */
export function compact<T extends object>(values: T): T {
  const kept = { ...values };
  for (const key in kept) {
    if (kept[key] === undefined) delete kept[key];
  }
  return kept;
}

/**
 * `column in (values)` with one bound array, however many values there are.
 */
export function whereAnyOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): Knex.QueryBuilder {
  if (query.client.config.client === 'pg') {
    return query.whereRaw('?? = any(?)', [column, [...values]]);
  }
  return query.whereRaw('?? in (select value from json_each(?))', [
    column,
    JSON.stringify(values),
  ]);
}

/** Parts of a list, small enough for one statement. */
export function chunk<T>(items: readonly T[], size: number): readonly T[][] {
  const chunks: T[][] = [];
  for (let index = 0; index < items.length; index += size) {
    chunks.push(items.slice(index, index + size));
  }
  return chunks;
}

/** Rows of a chunk: far below the 32,766 variables SQLite binds. */
export const CHUNK_SIZE = 500;

type ColumnType = 'text' | 'bigint' | 'double precision' | 'integer';

/** Sets different values in many rows by one statement a chunk. */
export async function updateMany(
  knex: Knex,
  options: {
    readonly table: string;
    readonly key: string;
    readonly columns: Readonly<Record<string, ColumnType>>;
    readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  },
): Promise<void> {
  const { table, key, columns, rows } = options;
  const names = Object.keys(columns);
  const casts = [
    'cast(? as text)',
    ...Object.values(columns).map(type => `cast(? as ${type})`),
  ];
  for (const part of chunk(rows, CHUNK_SIZE)) {
    await knex.raw(
      `with changed (??, ${names.map(() => '??').join(', ')})
       as (values ${part.map(() => `(${casts.join(', ')})`).join(', ')})
       update ?? set ${names.map(() => '?? = changed.??').join(', ')}
       from changed where ??.?? = changed.??`,
      [
        key,
        ...names,
        ...part.flatMap(row => [row[key], ...names.map(name => row[name])]),
        table,
        ...names.flatMap(name => [name, name]),
        table,
        key,
        key,
      ].map(value => value ?? null),
    );
  }
}
