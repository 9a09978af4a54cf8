import type { Shapes } from '../api/services.js';
import { count } from '../parts/format.js';

const KEYS = { held: 'its key is held', waiting: 'its key waits', open: 'its key goes on without it' } as const;

/** How a letter and its key stand, in words. */
export function standingOf({
  status,
  keyIs,
  overtakenBy,
}: Pick<Shapes['DeadLetterSummary'], 'status' | 'keyIs' | 'overtakenBy'>): string {
  if (overtakenBy > 0) return `${status}, overtaken by ${count(overtakenBy, 'fact')}`;
  return status === 'dead' || status === 'waiting' ? `${status}, ${KEYS[keyIs]}` : status;
}
