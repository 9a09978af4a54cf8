import type { Repair } from './answers.js';
import { count } from './table.js';

/** What became of the steps that did not do what was wanted. */
const OTHERWISE: Readonly<Record<string, string>> = {
  overtaken: 'left, since later facts of their keys had been handled meanwhile (--accept-overtaken replays them)',
  not_dead: 'left, since they had been repaired before',
  not_held: 'whose key was not held',
};

/** How far a repair is, and what has become of its facts, in words. */
export function progressText({ kind, since, outcomes, trouble, status }: Repair): string {
  const parts: string[] = [];
  const done = outcomes[{ discard: 'discarded', release: 'released' }[kind] ?? ''] ?? 0;
  if (kind === 'replay' || kind === 'edit')
    parts.push(`${count(since.handled, 'fact')} handled, ${since.waiting.toLocaleString('en')} in their queues`);
  else parts.push(`${count(done, 'fact')} ${kind === 'discard' ? 'discarded' : 'whose key goes on'}`);
  if (since.deadAgain > 0) parts.push(`${since.deadAgain.toLocaleString('en')} dead again`);
  for (const [outcome, n] of Object.entries(outcomes))
    if (OTHERWISE[outcome] !== undefined) parts.push(`${n.toLocaleString('en')} ${OTHERWISE[outcome]}`);
  if (status === 'cancelled') parts.push('cancelled');
  if (trouble !== null) parts.push(`trouble: ${trouble}`);
  return parts.join(', ');
}
