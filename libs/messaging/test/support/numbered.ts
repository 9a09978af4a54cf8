import type { LogRecord } from '../../src/log/port.js';
import type { Said } from './log-world.js';

/** The topic of suites about relay and log. */
export const THINGS = 'things.v1';

/** So many facts of a key, whose values count on from `from`. */
export const numbered = (key: string, from: number, count: number): Said[] =>
  Array.from({ length: count }, (_, i) => ({ topic: THINGS, key, value: String(from + i).padStart(6, '0') }));

/** The values of `numbered`. */
export const numbers = (from: number, count: number): string[] =>
  numbered('', from, count).map(({ value }) => `${value}`);

/** Values of each key in log order, without the repetitions that the relay may make. */
export const firstOfEach = (records: readonly LogRecord[]): Map<string, string[]> => {
  const byKey = new Map<string, Set<string>>();
  for (const { key, value } of records) {
    const name = String(key);
    const values = byKey.get(name) ?? new Set();
    byKey.set(name, values.add(String(value)));
  }
  return new Map(Array.from(byKey, ([key, values]) => [key, [...values]]));
};
