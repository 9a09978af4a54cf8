/** Windows are emitted in this order; up to the last one emitted none can come again. */
export interface Cursor {
  readonly end: number;
  readonly key: string;
  readonly start: number;
}

/** Where a task is: committed with the state, and the only thing that says where to read on. Plain JSON. */
export interface Position {
  /** The next offset of each input topic, by logical name. */
  readonly inputs: Record<string, number>;
  /** Stream time of each aggregate: the highest event time that it has seen. */
  readonly times: Record<string, number>;
  /** By aggregate: records that came after the end of a window and its grace, once for each such window. */
  readonly late: Record<string, number>;
  /** By aggregate: the last window that was emitted. */
  readonly closed: Record<string, Cursor>;
  /** The highest number heard from each task that writes to a repartition topic of this one's. */
  readonly heard: Record<string, number>;
  /** Where snapshot topics end: what stands before is read before anything else. */
  readonly snapshots: Record<string, number>;
  /** Numbers given to what went to repartition topics. */
  said: number;
  /** Records without a key where one is needed. */
  keyless: number;
  /** Records that the application's own functions could not take, or whose bytes say nothing. */
  unusable: number;
}

export function beginning(): Position {
  return {
    inputs: {},
    times: {},
    late: {},
    closed: {},
    heard: {},
    snapshots: {},
    said: 0,
    keyless: 0,
    unusable: 0,
  };
}

/** In the order of emission: by end, then by the bytes of the key. */
export function compareCursors(a: Cursor, b: Cursor): number {
  return a.end - b.end || Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || a.start - b.start;
}
