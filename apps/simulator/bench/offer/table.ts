import { percentiles } from '../../src/figures/percentiles.js';
import type { RideRecord } from '../../src/run/ride-book.js';

const COLUMNS = ['request → offer, ms', 'rides', 'offered', 'p50', 'p90', 'p99', 'most'] as const;
const WIDTHS = [34, 7, 8, 7, 7, 7, 7];

const line = (cells: readonly string[]) =>
  cells.map((cell, n) => (n === 0 ? cell.padEnd(WIDTHS[n] ?? 0) : cell.padStart(WIDTHS[n] ?? 0))).join(' ');

export const HEADER = line(COLUMNS);

export function rowOf(name: string, rides: readonly RideRecord[]): string {
  return line([name, String(rides.length), ...figures(rides.flatMap(waitOf))]);
}

/** Numbers in milliseconds under the columns `offered` to `most`. */
export function figures(values: readonly number[]): string[] {
  const of = percentiles(values);
  const most = Math.max(...values);
  return [String(values.length), ...[of?.p50, of?.p90, of?.p99, most].map((ms) => (ms ?? NaN).toFixed(1))];
}

export { line };

function waitOf({ requestedAt, offeredAt }: RideRecord): number[] {
  return offeredAt === undefined ? [] : [offeredAt - requestedAt];
}
