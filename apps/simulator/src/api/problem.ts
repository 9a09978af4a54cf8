/** An answer that is no success, as problem details (RFC 9457) tell it. */
export class Refusal extends Error {
  constructor(
    readonly what: string,
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${what}: ${status} ${code}. ${detail}`);
    this.name = 'Refusal';
  }
}

/** The code of problem details. */
export function codeOf(body: unknown): string | undefined {
  return fieldOf(body, 'code');
}

function fieldOf(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The refusal that an answer's body states; bodies that are no problem details give the status only. */
export function refusalOf(what: string, status: number, body: unknown): Refusal {
  return new Refusal(what, status, codeOf(body) ?? `http_${status}`, fieldOf(body, 'detail') ?? '');
}
