type Json = Readonly<Record<string, unknown>>;

/** Without any of them a schema names nothing, and holds anything. */
const NAMING = ['properties', '$ref', 'allOf'];
/** Keywords whose values are schemas, lists of schemas, or schemas by name. */
const INNER = ['items', 'additionalProperties', 'not'];
const LISTS = ['oneOf', 'anyOf', 'prefixItems'];
const MAPS = ['properties', '$defs'];

/**
 * The schema without room for what it doesn't name: clients must bear fields that they don't know, but a test must not. The
 * parts of an `allOf` stay open, since only together they name everything.
 */
export function closed(schema: Json): Json {
  const names = NAMING.some((keyword) => keyword in schema);
  return names ? { ...open(schema), unevaluatedProperties: false } : open(schema);
}

/** As it is, but closed inside: for what is a part of another schema. */
export function open(schema: Json): Json {
  const inner = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (INNER.includes(keyword) && isJson(value)) return [keyword, closed(value)];
    if (LISTS.includes(keyword) && Array.isArray(value)) return [keyword, value.map(closed)];
    if (MAPS.includes(keyword) && isJson(value))
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, each]) => [name, closed(each as Json)]))];
    if (keyword === 'allOf' && Array.isArray(value)) return [keyword, value.map(open)];
    return [keyword, value];
  });
  return Object.fromEntries(inner);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
