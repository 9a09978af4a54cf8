/** What is promised of delivery. Every promise has tests of its own in this folder, and mutants that make them fail. */
export const PROMISES = {
  1: 'every committed outbox row becomes at least one record, and a rolled-back one never does',
  2: 'state changes and published facts of a heard fact happen exactly once per subscription',
  3: 'facts of one key are handled in log order',
  4: 'a committed offset never passes work that is neither done nor parked',
  5: 'one failing key delays no other key, and a blocked key keeps its order',
  6: 'a retry never runs before it is due',
  7: 'a dead letter has the original key, value and headers byte for byte, and why, where, when, how often it failed',
  8: 'nothing that arrives can stop a partition',
  9: 'attempts are counted per fact and subscription, and no number of errors stops a process',
  10: 'a graceful stop finishes what is in flight and causes no duplicates; a dead or stuck consumer is noticed',
  11: 'trace, correlation and causation ids survive outbox, retry, dead letter and replay',
  12: 'replay, edit-and-replay and discard are idempotent, survive a crash half-way, and leave a record of who did what',
} as const;

export type PromiseNumber = keyof typeof PROMISES;

/** The title of the tests that prove a promise. */
export const promise = (number: PromiseNumber): string => `Promise ${number}: ${PROMISES[number]}`;
