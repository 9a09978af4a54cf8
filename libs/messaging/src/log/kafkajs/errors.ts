import { LogError, type LogErrorCode } from '../port.js';

/** Broker answers (protocol error types) that no repetition will change for this record. */
const REFUSED = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_TIMESTAMP',
  'INVALID_RECORD',
  'INVALID_MESSAGE',
]);

const GROUP_CHANGED = new Set([
  'REBALANCE_IN_PROGRESS',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'FENCED_INSTANCE_ID',
]);

const UNKNOWN_TOPIC = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'INVALID_TOPIC_EXCEPTION']);

/** Protocol error types of an error and of everything that caused it. */
const typesOf = (error: unknown): string[] => {
  const types: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1)
    if ('type' in at && typeof at.type === 'string') types.push(at.type);
  return types;
};

const codeOf = (error: unknown): LogErrorCode => {
  for (const type of typesOf(error)) {
    if (REFUSED.has(type)) return 'record_refused';
    if (GROUP_CHANGED.has(type)) return 'group_changed';
    if (UNKNOWN_TOPIC.has(type)) return 'topic_unknown';
  }
  return 'log_unavailable';
};

/** What kafkajs threw, as one of the few errors of the port. */
export const toLogError = (error: unknown, doing: string): LogError =>
  error instanceof LogError
    ? error
    : new LogError(codeOf(error), `${doing}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
