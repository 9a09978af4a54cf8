import { type Finish } from './lane.js';
import { type RideLog } from './ride-log.js';
import { photoOf } from './verdict.js';

const WITHIN_MS = [1, 5, 20];

/** In which orders the facts crossed and how those rides ended, and how near to each other the three were. */
export function tableOf(finishes: readonly Finish[], log: RideLog): string {
  const photos = finishes.map((finish) => ({ ...photoOf(log.of(finish.rideId)), ...finish }));
  const rows = new Map<string, number>();
  for (const { order, ended, acceptance, cancellation } of photos) {
    const refused = [acceptance, cancellation].filter((answer) => answer !== '202');
    const row = `${order || 'nothing'} → ${ended}${refused.length > 0 ? `  (refused at once: ${refused.join(', ')})` : ''}`;
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  const spans = photos.flatMap(({ spanMs }) => spanMs ?? []);
  const near = WITHIN_MS.map((ms) => `${spans.filter((span) => span <= ms).length} within ${ms} ms`);
  const told = [...rows].sort(([, a], [, b]) => b - a).map(([row, count]) => `${String(count).padStart(6)}  ${row}`);
  return ['', ...told, '', `All three were said in ${spans.length} races: ${near.join(', ')}.`].join('\n');
}
