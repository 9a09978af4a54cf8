import { STATUS_CODES } from 'node:http';
import type { Problem } from './problem.js';

/** A problem as its answer shows it (RFC 9457). */
export function bodyOf({ status, code, detail, more }: Problem, correlationId: string) {
  return {
    type: `urn:ride:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    correlationId,
    ...(more.errors && { errors: more.errors }),
    ...more.beside,
  };
}
