import type { EntityMetadata } from 'typeorm';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id can't be a row's: found before it reaches PostgreSQL, where it would fail a whole batch. */
export class InvalidId extends Error {
  readonly code = 'invalid_id';
  constructor(table: string, id: string) {
    super(`${JSON.stringify(id)} can't be an id in ${table}: a lower-case UUID is expected.`);
  }
}

/** The statements of one entity, made once from its TypeORM metadata. All take one array parameter and keep its order. */
export class Table {
  readonly name: string;
  readonly select: string;
  readonly read: string;
  readonly claim: string;
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
  readonly insertUnlessTaken: string;
  readonly #columns: readonly { readonly property: string; readonly column: string; readonly isTime: boolean }[];
  readonly #idIsUuid: boolean;

  constructor(metadata: EntityMetadata) {
    const id = metadata.primaryColumns.find((column) => column.propertyName === 'id');
    if (!id || metadata.primaryColumns.length !== 1)
      throw new Error(`${metadata.name}: a row of a unit of work has one primary column, "id".`);
    this.name = metadata.tableName;
    this.#columns = metadata.columns.map((c) => ({
      property: c.propertyName,
      column: c.databaseName,
      isTime: String(c.type).startsWith('timestamp'),
    }));
    this.#idIsUuid = id.type === 'uuid';
    const type = this.#idIsUuid ? 'uuid' : 'text';
    const quoted = this.#columns.map((c) => `"${c.column}"`);
    const table = `"${this.name}"`;
    const rest = quoted.filter((c) => c !== '"id"');
    const given = `json_populate_recordset(NULL::${table}, $1::json)`;
    // As JSON, so that PostgreSQL answers every column the way it takes it: the driver's own guesses (dates, bigint) don't enter.
    this.read = `SELECT "id"::text AS id, row_to_json(t) AS row FROM ${table} t WHERE "id" = ANY($1::${type}[]) ORDER BY "id"`;
    this.select = `${this.read} FOR UPDATE`;
    // It may look before another lets go, and not see what that one inserted: then its own INSERT is stopped as a duplicate.
    this.claim = `SELECT c.id::text AS id, pg_try_advisory_xact_lock(hashtextextended('${this.name}/' || c.id, 0)) AS free, row_to_json(t) AS row
      FROM unnest($1::${type}[]) c (id) LEFT JOIN ${table} t ON t."id" = c.id`;
    this.insert = `INSERT INTO ${table} (${quoted.join(', ')}) SELECT ${quoted.join(', ')} FROM ${given}`;
    this.update = rest.length
      ? `UPDATE ${table} t SET ${rest.map((c) => `${c} = n.${c}`).join(', ')} FROM ${given} n WHERE t."id" = n."id"`
      : '';
    this.remove = `DELETE FROM ${table} WHERE "id" = ANY($1::${type}[])`;
    this.insertUnlessTaken = `${this.insert} ON CONFLICT DO NOTHING RETURNING "id"::text AS id`;
  }

  /** The parameter of the statements that take ids: UUIDs need no quoting, which the driver would try on each. */
  idArray(ids: readonly string[]): string | readonly string[] {
    return this.#idIsUuid ? `{${ids.join(',')}}` : ids;
  }

  checkId(id: string): void {
    if (this.#idIsUuid && !UUID.test(id)) throw new InvalidId(this.name, id);
  }

  /** From the entity to the JSON object that the statements take. */
  toJson(value: object): Record<string, unknown> {
    const json: Record<string, unknown> = {};
    for (const { property, column } of this.#columns) json[column] = (value as Record<string, unknown>)[property];
    return json;
  }

  fromJson(json: Record<string, unknown>): object {
    const value: Record<string, unknown> = {};
    for (const { property, column, isTime } of this.#columns) {
      const stored = json[column];
      value[property] = isTime && typeof stored === 'string' ? new Date(stored) : stored;
    }
    return value;
  }
}
