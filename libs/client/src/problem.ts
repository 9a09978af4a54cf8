/** One of the `errors` of an `invalid_request`: where in the request, and what is wrong there. */
export interface InvalidField {
  readonly path: string;
  readonly message: string;
}

/** An answer that is an error, as problem details (RFC 9457) tell it. `message` says what to do. */
export class RideProblem extends Error {
  override readonly name = 'RideProblem';

  constructor(
    readonly status: number,
    /** Stable: see docs/errors.md. `unknown_answer` when it was none of the service's. */
    readonly code: string,
    detail: string,
    /** For whoever is asked about it. */
    readonly correlationId: string | undefined,
    readonly errors: readonly InvalidField[] = [],
  ) {
    super(detail);
  }
}

/** No service answered in time, or it said again and again to come later. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'service_unreachable';
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a call answered. Throws RideProblem when that is an error, NoAnswer when there was none. */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemIn(response.status, error);
  return data as T;
}

/** The problem that a body tells of. */
export function problemIn(status: number, body: unknown): RideProblem {
  const text = (name: string) => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const errors: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'errors') : undefined;
  return new RideProblem(
    status,
    text('code') ?? 'unknown_answer',
    text('detail') ?? `The answer was ${status}.`,
    text('correlationId'),
    Array.isArray(errors) ? (errors as InvalidField[]) : [],
  );
}
