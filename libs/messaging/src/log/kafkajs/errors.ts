import { LogError, type LogErrorCode } from '../port.js';
import { adviceFor, refusalIn } from './refusals.js';

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

/** Names, protocol error types and codes of an error and of everything that caused it. */
const marksOf = (error: unknown): string[] => {
  const marks: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1)
    for (const mark of [at.name, 'type' in at ? at.type : undefined, 'code' in at ? at.code : undefined])
      if (typeof mark === 'string') marks.push(mark);
  return marks;
};

const codeOf = (marks: readonly string[]): LogErrorCode => {
  for (const mark of marks) {
    if (REFUSED.has(mark)) return 'record_refused';
    if (GROUP_CHANGED.has(mark)) return 'group_changed';
    if (UNKNOWN_TOPIC.has(mark)) return 'topic_unknown';
  }
  return refusalIn(marks) === undefined ? 'log_unavailable' : 'access_refused';
};

/** What kafkajs threw, as one of the few errors of the port, with what to do about it. */
export const toLogError = (error: unknown, doing: string): LogError => {
  if (error instanceof LogError) return error;
  const marks = marksOf(error);
  const said = (error instanceof Error ? error.message : String(error)).trim();
  const todo = refusalIn(marks) ?? adviceFor(marks);
  return new LogError(codeOf(marks), `${doing}: ${said}${todo === undefined ? '' : `. ${todo}`}`, { cause: error });
};
