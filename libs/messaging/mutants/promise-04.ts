import type { Mutant } from './mutant.js';

const MEMBERSHIP = 'src/consumer/membership.ts';
const OFFSETS = 'test/promises/04-offsets.e2e.spec.ts';

const AT_WORK = 'stays in front of records that are at work, while those of other partitions are committed';
const PARKING = 'waits with the partition when not even the parking can be written, and skips nothing';

export const offsets: readonly Mutant[] = [
  {
    name: 'commit early: offsets are committed before their records are heard',
    file: MEMBERSHIP,
    find: 'const trial = await this.trials?.of(batch, unit, wanted);',
    replace: `const { topic, partition } = batch;
    this.#committer.add([{ topic, partition, offset: String(BigInt(until) + 1n) }], batch.commit);
    const trial = await this.trials?.of(batch, unit, wanted);`,
    test: OFFSETS,
    fails: AT_WORK,
  },
  {
    name: 'the offset of a unit is the end of its fetch',
    file: MEMBERSHIP,
    find: 'const isLast = from + units.batch >= records.length;',
    replace: 'const isLast = true;',
    test: OFFSETS,
    fails: AT_WORK,
  },
  {
    name: 'what waits in place counts as heard',
    file: 'src/consumer/consumer.ts',
    find: 'await this.#backOff(failures, wanted);',
    replace: 'heard = true;',
    test: OFFSETS,
    fails: PARKING,
  },
  {
    name: 'a fact that cannot even be parked counts as parked',
    file: 'src/unit/runner.ts',
    find: 'if (!only || (failed.has(only) && isHopeless)) throw error.cause;',
    replace: 'if (!only || (failed.has(only) && isHopeless)) return failed;',
    test: OFFSETS,
    fails: PARKING,
  },
];
