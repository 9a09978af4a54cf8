import type { Document } from '@ride/http';

type Json = Readonly<Record<string, unknown>>;

/** An operation of a document, with its method and path. */
export interface Operation {
  readonly route: string;
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly { readonly bearer?: readonly string[] }[];
  readonly parameters?: readonly (Json & { readonly name: string; readonly required?: boolean })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Json>> };
  readonly responses: Readonly<Record<string, Json>>;
}

export function operationsOf({ paths }: Document): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, object>>).map(
      ([method, operation]) => ({ ...operation, route: `${method.toUpperCase()} ${path}` }) as Operation,
    ),
  );
}

/** A response itself, also where the document refers to one of its components. */
export function responseOf(response: Json, { components }: Document): Json {
  const name = /^#\/components\/responses\/(.*)$/.exec(String(response['$ref'] ?? ''))?.[1];
  return name === undefined ? response : ((components?.responses ?? {}) as unknown as Record<string, Json>)[name]!;
}
