/** What a record of a retry topic says behind the fact's own headers. */
export const RETRY_HEADERS = {
  'retry-subscription': 'whose handlers failed: a service, or an effect of it',
  'retry-topic': 'the topic on which the fact was said',
  'retry-fact': 'its number in failed_fact of the service',
  'retry-attempts': 'failed attempts so far: a record that tells another number is late',
  'retry-handler': 'class and method that failed last',
  'retry-code': 'why it failed last, as a stable code',
  'retry-reason': 'why it failed last, in words',
  'retry-due': 'when it was due, UTC milliseconds',
} as const satisfies Record<`retry-${string}`, string>;

/** What a dead letter says behind the fact's own headers. */
export const DEAD_LETTER_HEADERS = {
  'dead-letter-subscription': 'who gave it up: a service, or an effect of it',
  'dead-letter-handler': 'class and method',
  'dead-letter-topic': 'the topic on which the fact was said',
  'dead-letter-partition': 'the partition of that topic',
  'dead-letter-offset': 'the offset in that partition',
  'dead-letter-attempts': 'how often it was tried',
  'dead-letter-first-failed-at': 'when it failed first, ISO 8601, UTC',
  'dead-letter-at': 'when it was given up, ISO 8601, UTC',
  'dead-letter-code': 'why, as a stable code: a SQLSTATE, or one of the library',
  'dead-letter-reason': 'why, in words',
} as const satisfies Record<`dead-letter-${string}`, string>;

export type RetryHeader = keyof typeof RETRY_HEADERS;
export type DeadLetterHeader = keyof typeof DEAD_LETTER_HEADERS;
