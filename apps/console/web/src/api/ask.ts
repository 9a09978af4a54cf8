import { NoAnswer, RideProblem, type InvalidField } from '@ride/client';

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Asks for JSON with a token. Throws RideProblem when the answer is an error, NoAnswer when there is none. */
export async function ask<T>(url: string, token: string, { method = 'GET', body, signal }: Asking = {}): Promise<T> {
  const response = await fetch(url, {
    method,
    signal: signal ?? null,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  }).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new NoAnswer(`${new URL(url, window.location.href).origin} does not answer: is it running?`, {
      cause: error,
    });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as T;
}

function problemOf(status: number, answer: unknown): RideProblem {
  const { code, detail, correlationId, errors } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  return new RideProblem(
    status,
    typeof code === 'string' ? code : 'unknown_answer',
    typeof detail === 'string' ? detail : `The answer was ${status}.`,
    typeof correlationId === 'string' ? correlationId : undefined,
    Array.isArray(errors) ? (errors as InvalidField[]) : [],
  );
}
