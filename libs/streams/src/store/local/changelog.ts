import { entryKey, entryOf, ENTRY, valueBytes } from '../../task/entry-bytes.js';
import type { Delta } from '../../task/entry.js';
import type { Position } from '../../task/position.js';
import type { Output } from '../../task/record.js';
import type { Commit } from '../../task/task.js';
import type { NewStored, Owner } from '../../log/port.js';
import { outputsOf, outputsToJson } from '../outputs.js';

/** What a commit's position says beside the task's own. */
export interface Stamped {
  readonly position: Position;
  /** The offset of the fence record under which it was written. */
  readonly fence: number;
  /** The same for the whole life of a changelog: one that was deleted and made again is another. */
  readonly birth: string;
  /** Of the topology whose state this is. */
  readonly fingerprint: string;
}

/** A record by which an owner keeps those before it from writing. `sealed`: nobody writes by this producer id any more. */
export interface Fence {
  readonly producerId: string;
  readonly epoch: number;
  readonly owner: string;
  readonly sealed?: true;
}

export type ChangelogRecord =
  | { readonly is: 'entry'; readonly delta: Delta }
  | { readonly is: 'position'; readonly stamped: Stamped }
  | { readonly is: 'outputs'; readonly outputs: readonly Output[] }
  | { readonly is: 'fence'; readonly fence: Fence };

const POSITION = Buffer.from('p');
const OUTPUTS = Buffer.from('o');
const FENCE = 0x66;

/** One for each producer id, so that compaction keeps the last of each. */
const fenceKey = (producerId: string): Buffer => Buffer.from(`f${producerId}`);

export function fenceRecord({ producerId, epoch }: Owner, about: Pick<Fence, 'owner' | 'sealed'>): NewStored {
  const fence: Fence = { producerId, epoch, ...about };
  return { key: fenceKey(producerId), value: Buffer.from(JSON.stringify(fence)) };
}

/** Deltas, outputs and position: one batch. Outputs are written when there are some, or were some in the commit before. */
export function commitRecords(
  { deltas, outputs }: Commit,
  stamped: Stamped,
  hadOutputs: boolean,
): readonly NewStored[] {
  const records: NewStored[] = deltas.map((delta) => ({
    key: entryKey(delta),
    value: delta.value === undefined ? null : valueBytes(delta.value),
  }));
  if (outputs.length > 0 || hadOutputs) records.push({ key: OUTPUTS, value: Buffer.from(outputsToJson(outputs)) });
  records.push({ key: POSITION, value: Buffer.from(JSON.stringify(stamped)) });
  return records;
}

/** Throws when it is none of a changelog's. */
export function changelogRecord(key: Buffer | null, value: Buffer | null): ChangelogRecord {
  if (key?.[0] === ENTRY) return { is: 'entry', delta: entryOf(key, value) };
  const text = value?.toString() ?? '';
  if (key?.equals(POSITION)) return { is: 'position', stamped: JSON.parse(text) as Stamped };
  if (key?.equals(OUTPUTS)) return { is: 'outputs', outputs: outputsOf(text) };
  if (key?.[0] === FENCE) return { is: 'fence', fence: JSON.parse(text) as Fence };
  throw new Error('this is no record of a changelog');
}
