import { setTimeout as wait } from 'node:timers/promises';

/**
 * Calls under way get so many milliseconds to end when their share is given away, then so many more to heed their signal. In
 * all it must be less than a session (6 s): until then nobody else runs the same facts.
 */
const GRACE_MS = 3_000;
const AFTER_ABORT_MS = 500;
const LAST_WRITE_MS = 1_000;

export interface UnderWay {
  /** Resolves when no call is under way. */
  idle(): Promise<void>;
  /** Aborts the calls. */
  stop(): void;
  /** Leaves alone the calls that don't end. */
  giveUp(): void;
  /** Resolves when everything that has ended is written down. */
  written(): Promise<void>;
}

/** What is under way ends by itself, or is aborted, or is left alone; what has ended is written down if that is possible. */
export async function giveAway(work: UnderWay): Promise<void> {
  if (!(await within(GRACE_MS, work.idle()))) {
    work.stop();
    if (!(await within(AFTER_ABORT_MS, work.idle()))) {
      work.giveUp();
      await within(AFTER_ABORT_MS, work.idle());
    }
  }
  await within(LAST_WRITE_MS, work.written());
}

async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  const late = new AbortController();
  const inTime = await Promise.race([
    work.then(() => true),
    wait(milliseconds, false, { signal: late.signal }).catch(() => false),
  ]);
  late.abort();
  return inTime;
}
