/** Why something is said: a request, a heard fact and a stored row each are one. Causation, correlation and trace come from it. */
export interface Cause {
  /** The ce_id of the heard fact, or the request's id. */
  readonly id: string;
  readonly correlationId: string;
  /** Of a request: its method and its route, without ids, such as `POST /rides`. */
  readonly request?: string | undefined;
  /** W3C trace context. */
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
}
