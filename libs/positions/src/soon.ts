import { setTimeout } from 'node:timers/promises';

/** Whoever asks or sends does not wait longer for a Redis that stands still, milliseconds. */
const PATIENCE_MS = 250;

/** The answer; null when there is an error instead of one, or it takes too long. */
export async function soon<T>(answer: Promise<T>): Promise<T | null> {
  const ended = new AbortController();
  const late = setTimeout(PATIENCE_MS, null, { signal: ended.signal }).catch(() => null);
  const first = await Promise.race([answer.catch(() => null), late]);
  ended.abort();
  return first;
}
