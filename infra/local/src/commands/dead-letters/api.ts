import { randomUUID } from 'node:crypto';
import { Refused } from '../exit.js';

/** After so many milliseconds a service counts as not answering. */
const PATIENCE_MS = 30_000;

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** What a service answered instead of doing it. */
export class Declined extends Refused {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** A service did not answer: nobody knows whether it has done what was asked. */
export class Silent extends Refused {}

/** The dead letters of one service, or what else stands below `base`, by REST. */
export class Api {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly base = '/dead-letters',
  ) {}

  get<T>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<T> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
    return this.#ask('GET', `${path}${search.size > 0 ? `?${search.toString()}` : ''}`);
  }

  /** `key`: the Idempotency-Key; without it a new one. */
  post<T>(path: string, body: object, key: string = randomUUID()): Promise<T> {
    return this.#ask('POST', path, body, key);
  }

  put(path: string): Promise<void> {
    return this.#ask('PUT', path);
  }

  delete<T>(path: string): Promise<T> {
    return this.#ask('DELETE', path);
  }

  /** Throws Silent when there is no answer, Declined when it is a refusal; both say what to do. */
  async #ask<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
    let response: Response;
    let answer: T & Problem;
    try {
      response = await fetch(`${this.url}${this.base}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(body && { 'content-type': 'application/json' }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      answer = (response.status === 204 ? undefined : await response.json()) as T & Problem;
    } catch (error) {
      throw new Silent(
        `No service answers at ${this.url} as it should (${reason(error)}): is it running? npm start runs all of them.`,
      );
    }
    if (response.ok) return answer;
    throw new Declined(told(answer, response.status), answer.code);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof AggregateError && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : error.message;
}

function told({ code, detail, errors = [] }: Problem, status: number): string {
  const what = detail ?? `The service answered ${status}.`;
  const fields = errors.map(({ path, message }) => `\n  ${path}: ${message}`).join('');
  return `${what}${fields}${code === undefined ? '' : `  [${code}]`}`;
}
