/** One of the `errors` of an `invalid_request`: where in the request, and what is wrong there. */
export interface InvalidField {
  readonly path: string;
  readonly message: string;
}

/** An answer that is an error, as problem details (RFC 9457) show it. `detail` says what the caller can do. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly more: {
      readonly errors?: readonly InvalidField[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
      /** What else its body shows. */
      readonly beside?: object;
      /** Somebody asked for it, and asks often: it is not logged. */
      readonly isAsked?: boolean;
    } = {},
  ) {
    super(detail, { cause: more.cause });
  }
}

/** The edge's own problems. A policy's refusals are answered with its own codes (`Rejected`). */
export const problems = {
  invalid_request: (errors: readonly InvalidField[]) =>
    new Problem(400, 'invalid_request', 'Correct the fields named in errors and send the request again.', { errors }),
  invalid_cursor: () =>
    new Problem(400, 'invalid_cursor', 'Give `next` of a page as it was, or leave the cursor out for the first page.'),
  malformed_request: () =>
    new Problem(
      400,
      'malformed_request',
      'The request can’t be read: send a JSON body in UTF-8 and a well-formed URL.',
    ),
  idempotency_key_missing: () =>
    new Problem(
      400,
      'idempotency_key_missing',
      'Send an Idempotency-Key of your own, such as a UUID, and the same one when you send this again: then it is done once.',
    ),
  unauthenticated: (why: string) =>
    new Problem(401, 'unauthenticated', `${why} Send a valid access token as Authorization: Bearer.`, {
      headers: { 'www-authenticate': 'Bearer' },
    }),
  forbidden: (roles: readonly string[]) =>
    new Problem(403, 'forbidden', `This is for ${roles.join(' or ')} only: use a token with that role.`),
  not_found: () => new Problem(404, 'not_found', 'There is nothing of yours with this id: check the id.'),
  unknown_route: () => new Problem(404, 'unknown_route', 'No such route: /docs lists all routes of this service.'),
  method_not_allowed: (allowed: readonly string[]) =>
    new Problem(405, 'method_not_allowed', `This route takes ${allowed.join(', ')}.`, {
      headers: { allow: allowed.join(', ') },
    }),
  request_in_flight: () =>
    new Problem(
      409,
      'request_in_flight',
      'A request with this Idempotency-Key is worked on now. Send it again after Retry-After seconds to get its answer.',
      { headers: { 'retry-after': '1' } },
    ),
  idempotency_key_reused: () =>
    new Problem(
      422,
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request: use a new key for a new request.',
    ),
  too_large: () => new Problem(413, 'too_large', 'The body is too large: send less at once.'),
  unsupported_media_type: () =>
    new Problem(415, 'unsupported_media_type', 'Send the body as application/json in UTF-8, without another encoding.'),
  too_many_requests: (seconds: number) =>
    new Problem(429, 'too_many_requests', 'Nothing was done. Send the same request again after Retry-After seconds.', {
      headers: { 'retry-after': String(seconds) },
    }),
  internal_error: (cause: unknown) =>
    new Problem(500, 'internal_error', 'This is our fault. Tell us the x-correlation-id of the answer.', { cause }),
  needs_restart: (beside: object) =>
    new Problem(503, 'needs_restart', 'It can’t mend itself: restart the process.', { beside, isAsked: true }),
  not_ready: (beside: object) =>
    new Problem(503, 'not_ready', 'It can’t do its work now, see troubles. Send requests to another instance.', {
      beside,
      isAsked: true,
    }),
  not_started: (beside: object) =>
    new Problem(503, 'not_started', 'It is coming up: ask again.', { beside, isAsked: true }),
  temporarily_unavailable: (cause: unknown) =>
    new Problem(
      503,
      'temporarily_unavailable',
      'Nothing was done. Send the same request again after Retry-After seconds.',
      {
        headers: { 'retry-after': '2' },
        cause,
      },
    ),
  key_blocked: (cause: unknown) =>
    new Problem(
      503,
      'key_blocked',
      'Something that happened to it before could not be handled yet, so nothing is done. Send the same request again after Retry-After seconds; an operator can see it among the failed facts.',
      { headers: { 'retry-after': '5' }, cause },
    ),
};
