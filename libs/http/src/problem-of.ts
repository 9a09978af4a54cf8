import { HttpException } from '@nestjs/common';
import { Rejected } from '@ride/decider';
import { faultOf, KeyBlocked } from '@ride/messaging';
import { Problem, problems } from './problem.js';

/** Refusals of a request that could never be granted as it is; others are a conflict with how things stand now. */
const UNPROCESSABLE = new Set([
  'outside_service_areas',
  'webhook_address_refused',
  'fare_estimate_differs',
  'idempotency_key_reused',
  'invalid_fact',
  'fact_unknown',
  'key_changed',
  'message_kind_required',
  'handler_unknown',
  'topic_not_heard',
  'delay_too_long',
]);
/** What nobody may do as things are configured. */
const FORBIDDEN = new Set(['edit_not_allowed']);

/** The HTTP status of a policy's refusal; policies know nothing of HTTP. */
function statusOf(code: string): number {
  if (code.endsWith('_not_found')) return 404;
  if (FORBIDDEN.has(code)) return 403;
  return UNPROCESSABLE.has(code) ? 422 : 409;
}

/** How anything that a request handler throws is answered. What isn't known is an internal error and tells nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Rejected) return new Problem(statusOf(error.code), error.code, error.message);
  if (error instanceof KeyBlocked) return problems.key_blocked(error);
  if (textOf(error, 'code') === 'invalid_id') return problems.not_found();
  switch (faultOf(error)) {
    case 'infrastructure':
    case 'conflict':
      return problems.temporarily_unavailable(error);
    case 'split':
    case 'handler':
      return frameworkProblem(error);
  }
}

/** Nest's own exceptions, which those of Fastify are made into, and what else has a `status`. */
function frameworkProblem(error: unknown): Problem {
  const status = error instanceof HttpException ? error.getStatus() : numberOf(error, 'status');
  if (status === 404) return problems.unknown_route();
  if (status === 413) return problems.too_large();
  if (status === 415) return problems.unsupported_media_type();
  if (status !== undefined && status >= 400 && status < 500) return problems.malformed_request();
  return problems.internal_error(error);
}

function textOf(error: unknown, field: string): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function numberOf(error: unknown, field: string): number | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined;
  return typeof value === 'number' ? value : undefined;
}
