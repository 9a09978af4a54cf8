import fc from 'fast-check';

/** A record of the stream, or, with a town, of the table. */
export type CaseRecord =
  | { readonly key: string | null; readonly value: number; readonly time: number }
  | { readonly key: string; readonly town: string | null; readonly time: number };

export interface Case {
  /** Null: every record by itself. */
  readonly windows: {
    readonly size: number;
    readonly advance: number;
    readonly grace: number;
    readonly emit: 'closed' | 'updates';
  } | null;
  readonly newKey: boolean;
  readonly join: 'none' | 'keep' | 'drop';
  readonly records: readonly CaseRecord[];
}

/** What is said, in order, and how many records counted nowhere: late, once for each window, or without a key. */
export interface Answer {
  readonly said: readonly string[];
  readonly dropped: number;
}

const key = fc.constantFrom('a', 'b', 'ß', 'bb', '\u{1F600}', '\uFFFD');
const time = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 1_000 }));
const record: fc.Arbitrary<CaseRecord> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ key, value: fc.integer({ min: -9, max: 9 }), time }) },
  { weight: 1, arbitrary: fc.record({ key: fc.constant(null), value: fc.nat(9), time }) },
  { weight: 3, arbitrary: fc.record({ key, town: fc.option(fc.constantFrom('Rome', 'Oslo')), time }) },
);
const windows = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
    fc.integer({ min: 0, max: 100 }),
  )
  .chain(([advance, more, grace]) =>
    fc.record({
      ...{ size: fc.constant(advance + more), advance: fc.constant(advance), grace: fc.constant(grace) },
      emit: fc.constantFrom('closed' as const, 'closed' as const, 'updates' as const),
    }),
  );

/** Tumbling and hopping windows, grace, late records, suppressed or not, tables and joins, with a new key or without. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    windows: fc.option(windows, { freq: 6 }),
    newKey: fc.boolean(),
    join: fc.constantFrom('none' as const, 'keep' as const, 'drop' as const),
    records: fc.array(record, { maxLength: 40 }),
  })
  .map((one) =>
    one.windows && !one.newKey ? one : { ...one, records: one.records.filter(({ key: of }) => of !== null) },
  );

/** On purpose not as in Kafka Streams, and so not among the cases. */
export const ON_PURPOSE = [
  'calendar windows',
  // Every case is also answered with a restart after each record, and must be as theirs without any.
  'stream time is kept over restarts',
  'a fact is said of what is late, where theirs only counts',
  'idle closing',
  // Theirs counts them before windows, drops them in silence before a repartition topic, and passes them on elsewhere.
  'records without a key are counted and left out everywhere',
];
