import type { AggregateNode } from '../topology/node.js';
import { resultId } from './ids.js';
import type { Inherited } from './inherited.js';
import type { Lost } from './lost.js';
import type { Position } from './position.js';
import type { State } from './state.js';
import type { Walk } from './walk.js';

/** What closing needs of a task. */
export interface Closable {
  readonly state: State;
  readonly position: Position;
  /** Emitting stops before this many outputs wait for one commit. */
  readonly isFull: () => boolean;
  readonly walk: Walk;
  readonly lost: Lost[];
  readonly inherited: Inherited | undefined;
}

/** Takes the windows that nothing can change any more, in order. Returns false when it stopped before the last one. */
export function emitDue(node: AggregateNode, { state, position, isFull, walk, lost, inherited }: Closable): boolean {
  const { id, grace, emit } = node;
  const now = Math.max(position.times[id] ?? -1, inherited?.timeOf(id) ?? -1);
  if (now < 0) return true;
  for (const entry of state.windows(id).due(now - grace)) {
    const { key, start, end, value } = entry;
    const isOver = inherited?.isOver(id, key, end) ?? false;
    if (inherited?.isMuted && !isOver) continue;
    if (isFull()) return false;
    // Of a muted task windows before it may still be pending.
    if (!inherited?.isMuted) position.closed[id] = { end, key, start };
    state.closeWindow(entry);
    // Otherwise its results have been said as they came.
    if (isOver || emit !== 'closed') continue;
    const own = resultId('', id, key, start, end);
    const because = { id: own, correlationId: own };
    try {
      walk.pass(id, { key, value, time: end, because, result: { of: node, window: { start, end } } });
    } catch (error) {
      // What the functions behind it can't take once, they can't take again.
      position.unusable += 1;
      lost.push({ node: walk.at, error, key, value: { of: id, window: { start, end }, value } });
    }
  }
  return true;
}

/** Aggregates whose windows the absence of records may close, and that have some. */
export function pendingIdle(aggregates: readonly AggregateNode[], state: State): readonly AggregateNode[] {
  return aggregates.filter(({ id, idle, emit }) => idle && emit === 'closed' && state.windows(id).size > 0);
}

/** Stream time goes on to where all that is pending closes, and no further. */
export function passIdle(pending: readonly AggregateNode[], state: State, position: Position): void {
  for (const { id, grace } of pending) {
    const last = Math.max(...state.windows(id).ends);
    position.times[id] = Math.max(position.times[id] ?? 0, last + grace);
  }
}
