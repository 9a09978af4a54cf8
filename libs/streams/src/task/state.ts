import type { Delta, Entry } from './entry.js';
import { compareCursors, type Cursor } from './position.js';

/** The windows of one aggregate that are open: by end, by start, by key. */
export class OpenWindows {
  readonly #byEnd = new Map<number, Map<number, Map<string, Entry>>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get ends(): Iterable<number> {
    return this.#byEnd.keys();
  }

  find(start: number, end: number, key: string): Entry | undefined {
    return this.#byEnd.get(end)?.get(start)?.get(key);
  }

  put(entry: Entry): void {
    let starts = this.#byEnd.get(entry.end);
    if (!starts) this.#byEnd.set(entry.end, (starts = new Map()));
    let keys = starts.get(entry.start);
    if (!keys) starts.set(entry.start, (keys = new Map()));
    if (!keys.has(entry.key)) this.#size += 1;
    keys.set(entry.key, entry);
  }

  remove({ start, end, key }: Cursor): void {
    const starts = this.#byEnd.get(end);
    const keys = starts?.get(start);
    if (!starts || !keys?.delete(key)) return;
    this.#size -= 1;
    if (keys.size === 0) starts.delete(start);
    if (starts.size === 0) this.#byEnd.delete(end);
  }

  /** Those that end at or before `time`, in the order of emission. */
  due(time: number): readonly Entry[] {
    const ends = [...this.#byEnd.keys()].filter((end) => end <= time).sort((a, b) => a - b);
    return ends.flatMap((end) => this.#at(end).sort(compareCursors));
  }

  of(key: string): readonly Entry[] {
    const found: Entry[] = [];
    for (const starts of this.#byEnd.values())
      for (const keys of starts.values()) {
        const entry = keys.get(key);
        if (entry) found.push(entry);
      }
    return found.sort(compareCursors);
  }

  *all(): Iterable<Entry> {
    for (const starts of this.#byEnd.values()) for (const keys of starts.values()) yield* keys.values();
  }

  #at(end: number): Entry[] {
    return [...(this.#byEnd.get(end)?.values() ?? [])].flatMap((keys) => [...keys.values()]);
  }
}

/** What a task knows, in memory; what has changed since the last commit is remembered. */
export class State {
  readonly #windows = new Map<string, OpenWindows>();
  readonly #tables = new Map<string, Map<string, Entry>>();
  #dirty: Entry[] = [];

  constructor(windows: Iterable<string>, tables: Iterable<string>) {
    for (const store of windows) this.#windows.set(store, new OpenWindows());
    for (const store of tables) this.#tables.set(store, new Map());
  }

  /** Of an aggregate of this sub-topology. */
  windows(store: string): OpenWindows {
    return this.#windows.get(store)!;
  }

  row(store: string, key: string): unknown {
    return this.#tables.get(store)?.get(key)?.value;
  }

  has(store: string): boolean {
    return this.#windows.has(store) || this.#tables.has(store);
  }

  setRow(store: string, key: string, value: unknown): void {
    const rows = this.#tables.get(store)!;
    let entry = rows.get(key);
    if (!entry) {
      if (value === undefined) return;
      rows.set(key, (entry = { store, key, start: 0, end: 0, value, isDirty: false }));
    }
    if (value === undefined) rows.delete(key);
    this.set(entry, value);
  }

  openWindow(store: string, key: string, start: number, end: number): Entry {
    const entry: Entry = { store, key, start, end, value: undefined, isDirty: false };
    this.windows(store).put(entry);
    return entry;
  }

  closeWindow(entry: Entry): void {
    this.windows(entry.store).remove(entry);
    this.set(entry, undefined);
  }

  set(entry: Entry, value: unknown): void {
    entry.value = value;
    if (entry.isDirty) return;
    entry.isDirty = true;
    this.#dirty.push(entry);
  }

  /** As it was committed; the last value counts. */
  restore({ store, key, start, end, value }: Delta): void {
    const windows = this.#windows.get(store);
    if (windows) {
      if (value === undefined) windows.remove({ start, end, key });
      else windows.put({ store, key, start, end, value, isDirty: false });
      return;
    }
    const rows = this.#tables.get(store);
    if (value === undefined) rows?.delete(key);
    else rows?.set(key, { store, key, start, end, value, isDirty: false });
  }

  *all(): Iterable<Delta> {
    for (const windows of this.#windows.values()) yield* windows.all();
    for (const rows of this.#tables.values()) yield* rows.values();
  }

  /** What has changed since it was last asked: the last value of each entry. */
  takeChanges(): readonly Delta[] {
    const changes = this.#dirty.map((entry): Delta => {
      entry.isDirty = false;
      const { store, key, start, end, value } = entry;
      return { store, key, start, end, value };
    });
    this.#dirty = [];
    return changes;
  }

  get hasChanges(): boolean {
    return this.#dirty.length > 0;
  }
}
