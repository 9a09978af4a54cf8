type Json = Readonly<Record<string, unknown>>;
/** The schemas that a document refers to, by name. */
export type Components = Readonly<Record<string, Json>>;

/** A schema with its references followed and its allOf put together. */
export interface Flat {
  /** Empty: any. */
  readonly types: readonly string[];
  /** Those of an enum, as texts; undefined: any. */
  readonly values: readonly string[] | undefined;
  readonly properties: Readonly<Record<string, Json>>;
  readonly required: readonly string[];
  readonly items: Json | undefined;
  /** Of a map: what its values are. */
  readonly entries: Json | undefined;
  readonly alternatives: readonly Json[];
  readonly schema: Json;
}

export function flat(schema: Json, components: Components): Flat {
  const { $ref, allOf = [], ...own } = schema;
  const parts = [...(typeof $ref === 'string' ? [resolved($ref, components)] : []), ...(allOf as readonly Json[])].map(
    (part) => flat(part, components),
  );
  return [...parts, itself(own)].reduce(together);
}

function itself(schema: Json): Flat {
  const { type, enum: values, const: value, properties = {}, required = [], items, additionalProperties } = schema;
  const alternatives = (schema['oneOf'] ?? schema['anyOf'] ?? []) as readonly Json[];
  return {
    types: type === undefined ? [] : ([type].flat() as string[]),
    values: value !== undefined ? [String(value)] : (values as readonly unknown[] | undefined)?.map(String),
    properties: properties as Readonly<Record<string, Json>>,
    required: required as readonly string[],
    items: items as Json | undefined,
    entries: typeof additionalProperties === 'object' ? (additionalProperties as Json) : undefined,
    alternatives,
    schema,
  };
}

/** Both hold; where they differ the later is the narrower. */
function together(a: Flat, b: Flat): Flat {
  const both = Object.entries(b.properties).map(([name, own]): [string, Json] => {
    const other = a.properties[name];
    return [name, other === undefined ? own : { allOf: [other, own] }];
  });
  return {
    types: b.types.length > 0 ? b.types : a.types,
    values: b.values ?? a.values,
    properties: { ...a.properties, ...Object.fromEntries(both) },
    required: [...new Set([...a.required, ...b.required])],
    items: b.items ?? a.items,
    entries: b.entries ?? a.entries,
    alternatives: b.alternatives.length > 0 ? b.alternatives : a.alternatives,
    schema: { ...a.schema, ...b.schema },
  };
}

function resolved(ref: string, components: Components): Json {
  const schema = components[ref.replace('#/components/schemas/', '')];
  if (schema === undefined) throw new Error(`${ref} leads nowhere`);
  return schema;
}
