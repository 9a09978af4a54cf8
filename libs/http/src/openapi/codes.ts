import type { Document } from './document.js';

/** A code of a service's closed list. */
export interface Code {
  readonly code: string;
  readonly status: number;
  /** What the caller is told to do. */
  readonly detail: string;
  /** Ids of the operations that may answer it; none: it is answered where there is no route. */
  readonly operations: readonly string[];
}

interface Response {
  readonly content?: Readonly<
    Record<string, { readonly examples?: Readonly<Record<string, { readonly value: Omit<Code, 'operations'> }>> }>
  >;
}

/** Every code that the service may answer, by name. */
export function codesOf({ paths, components }: Document): readonly Code[] {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods as Record<string, Operation>));
  const answering = (name: string) =>
    operations
      .filter(({ responses }) => Object.values(responses).some(({ $ref }) => $ref === `#/components/responses/${name}`))
      .map(({ operationId }) => operationId);
  const codes = new Map<string, Code>();
  for (const [name, response] of Object.entries((components?.responses ?? {}) as Record<string, Response>)) {
    for (const { value } of Object.values(response.content?.['application/problem+json']?.examples ?? {})) {
      const { code, status, detail } = value;
      const known = codes.get(code)?.operations ?? [];
      codes.set(code, { code, status, detail, operations: [...new Set([...known, ...answering(name)])] });
    }
  }
  return [...codes.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}

/** How many operations a document has that more than the probes may answer so. */
export function operationCount({ paths }: Document): number {
  return Object.entries(paths)
    .filter(([path]) => !path.startsWith('/health/'))
    .flatMap(([, methods]) => Object.keys(methods)).length;
}
