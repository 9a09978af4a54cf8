/** Whose fault an error is (the table in this library's README): it decides who pays for it. */
export type Fault = 'infrastructure' | 'conflict' | 'split' | 'handler';

/** Handlers of one batch wait for each other's rows in a circle: each alone would do. */
export class SplitBatch extends Error {}

const CONFLICTS = new Set(['40001', '40P01', '23505', '55P03', '23503']);
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
/** What says of itself that it is out of reach: the log, the schema registry. */
const OUT_OF_REACH = new Set(['log_unavailable', 'access_refused', 'registry_unavailable']);
/** Errors of the Redis client that have no code. */
const REDIS_LOST = new Set([
  'ClientClosedError',
  'ClientOfflineError',
  'ConnectionTimeoutError',
  'DisconnectsClientError',
  'ReconnectStrategyError',
  'SocketClosedUnexpectedlyError',
  'SocketTimeoutError',
]);
const LOST =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Cannot use a pool after/;

export function faultOf(error: unknown): Fault {
  if (error instanceof SplitBatch) return 'split';
  if (typeof error !== 'object' || error === null) return 'handler';
  const code = codeOf(error);
  if (CONFLICTS.has(code)) return 'conflict';
  if (
    UNREACHABLE.has(code) ||
    OUT_OF_REACH.has(code) ||
    /^(08|53|57)[0-9A-Z]{3}$/.test(code) ||
    code === '25P04' ||
    code === '25P03'
  )
    return 'infrastructure';
  if (!(error instanceof Error)) return 'handler';
  return LOST.test(error.message) || REDIS_LOST.has(error.constructor.name) ? 'infrastructure' : 'handler';
}

/** Which store is out of reach, in words, when an error is infrastructure's fault. */
export function storeOf(error: unknown): string {
  const code = codeOf(error);
  if (code === 'log_unavailable' || code === 'access_refused') return 'the broker';
  if (code === 'registry_unavailable') return 'the schema registry';
  if (error instanceof Error && REDIS_LOST.has(error.constructor.name)) return 'Redis';
  return UNREACHABLE.has(code) ? 'a store that a handler needs' : 'the database';
}

/** The code that an error has, of PostgreSQL, the system or our own; else the empty string. Throws for nothing. */
export function codeOf(error: unknown): string {
  try {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}

/** What stands in telemetry for an error: its code, or its cause's, or else its class; never its text. */
export function errorCode(error: unknown): string {
  const code = codeOf(error) || codeOf(error instanceof Error ? error.cause : undefined);
  if (/^\w{1,64}$/.test(code)) return code;
  return error instanceof Error ? error.constructor.name : 'unknown';
}

/** The text of any thrown thing, without NUL (PostgreSQL refuses it). Throws for nothing, whatever was thrown. */
export function errorText(error: unknown): string {
  return textOf(error).replaceAll('\0', '\\0').slice(0, 4_000);
}

function textOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${String(error)}`;
  } catch {
    return 'thrown: an object that cannot become a text';
  }
}
