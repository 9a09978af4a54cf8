import type { Stored } from '../../src/log/port.js';

export interface Counting {
  readonly size: number;
  readonly grace: number;
}

interface Carried {
  readonly time: number;
  readonly source: { readonly task: string; readonly seq: number };
  readonly value: { readonly data: { readonly shop: string; readonly spent: number } };
}

/** What should have been said of one partition, as `saidAs` words it, and how many records it has: counted without any code of ours. */
export function directCount(records: readonly Stored[], { size, grace }: Counting): { said: string[]; heard: number } {
  const seen = new Map<string, number>();
  const open = new Map<string, { end: number; key: string; start: number; count: number; spent: number }>();
  const said: string[] = [];
  let now = 0;
  let heard = 0;
  for (const { key, value } of records) {
    const { time, source, value: visit } = JSON.parse(String(value)) as Carried;
    if (source.seq <= (seen.get(source.task) ?? -1)) continue;
    seen.set(source.task, source.seq);
    heard += 1;
    now = Math.max(now, time);
    const start = Math.floor(time / size) * size;
    const visitor = String(key);
    if (start + size <= now - grace) {
      said.push(`late ${visitor} ${start} ${visit.data.shop}`);
      continue;
    }
    const id = `${visitor} ${start}`;
    const window = open.get(id) ?? { end: start + size, key: visitor, start, count: 0, spent: 0 };
    open.set(id, { ...window, count: window.count + 1, spent: window.spent + visit.data.spent });
  }
  for (const { key, start, end, count, spent } of open.values())
    if (end <= now - grace) said.push(`counted ${key} ${start} ${count} ${spent}`);
  return { said, heard };
}
