import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;
export type Direction = 'input' | 'output';

/**
 * Zod's schemas as OpenAPI 3.1 has them. What has a name (`.meta({ id })`) is put among the components, once; throws when
 * two different schemas have one name.
 */
export class Schemas {
  readonly components: Record<string, JsonSchema> = {};

  of(schema: z.ZodType, direction: Direction): JsonSchema {
    const { $schema: _, $defs, ...root } = z.toJSONSchema(schema, { io: direction, override: readable });
    for (const [name, definition] of Object.entries($defs ?? {})) this.#add(name, definition as JsonSchema);
    return referring(root) as JsonSchema;
  }

  /** A component of that name; answers with the reference to it. */
  named(name: string, schema: JsonSchema): JsonSchema {
    this.#add(name, schema);
    return { $ref: `#/components/schemas/${name}` };
  }

  #add(name: string, schema: JsonSchema): void {
    const component = referring(schema) as JsonSchema;
    const known = (this.components[name] ??= component);
    if (!isDeepStrictEqual(known, component))
      throw new Error(`Two schemas are called ${name}: give one of them another id, or none.`);
  }
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

const readable: Override = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  // Answers may have more fields one day, and clients are to bear it; a strict request stays strict.
  if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
  // Every JavaScript integer has these bounds.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

function referring(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referring);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : referring(inner),
    ]),
  );
}
