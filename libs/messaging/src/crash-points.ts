/**
 * Named places at which a process may be killed: before and after each step that makes something last. Promises about
 * kill -9 are kept only if they are kept at each of these, so the list is what the crash tests go through.
 */
export const CRASH_POINTS = [
  'unit: after the claim',
  'unit: before the writes',
  'unit: before commit',
  'unit: after commit',
  'consumer: before an offset commit',
  'consumer: after an offset commit',
  'relay: before lock',
  'relay: after read',
  'relay: before send',
  'relay: after send',
  'relay: after delete',
  'retry: after sending the head',
  'retry: after the handler',
  'retry: before the release',
  'effect: after the call',
  'effect: before it is marked done',
  'repair: in the middle of a step',
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

/**
 * The hook is undefined in production. Tests kill the process in it, throw, or (where the caller awaits it) stand still.
 */
export const crashPoints: { reached: undefined | ((point: CrashPoint) => void | Promise<void>) } = {
  reached: undefined,
};
