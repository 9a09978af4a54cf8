import type { Topology } from '../topology/node.js';
import type { Shape } from '../topology/shape.js';
import type { Growth } from './grown.js';
import type { Phase } from './ledger.js';

/** What growing does, in the words of whoever has to decide. */
export function plan({ name }: Topology, { to, topics, partitions }: Growth, { tasks }: Shape, phase: Phase): string {
  const pairs = Object.entries(topics).map(([from, next]) => `${from} → ${next}`);
  const done = (is: boolean): string => (is ? '✓' : ' ');
  return [
    `${name} (${tasks} tasks) grows to ${to}, with ${partitions} partitions: ${pairs.join(', ')}`,
    `${done(phase !== 'undone')} 1. ${Object.values(topics).join(', ')} and the internal topics of ${to} are made. All instances run ${to} beside ${name}: it reads the same from the beginning and says nothing.`,
    `${done(phase === 'done')} 2. You let the producers write to ${Object.values(topics).join(', ')}, and call this again with --switched.`,
    `${done(phase === 'done')} 3. When both have read all of ${Object.keys(topics).join(', ')}, ${name} ends without closing what is pending; ${to} takes over its stream time, says what ${name} has not, and reads on.`,
    `Until 2 it can be undone (--undo). It can be called again at any time, and goes on where it is.`,
  ].join('\n');
}
