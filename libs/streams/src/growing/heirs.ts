import { partitionOf } from '@ride/messaging';
import type { Inherited } from '../task/inherited.js';
import type { Growing } from './ledger.js';

/** What the larger application knows of the one before. */
export class Heir implements Inherited {
  constructor(public growing: Growing) {}

  get isMuted(): boolean {
    return this.growing.phase !== 'done';
  }

  get mayCloseIdle(): boolean {
    return !this.isMuted;
  }

  isOver(aggregate: string, key: string, end: number): boolean {
    const times = this.growing.times[aggregate];
    if (!times || times.length === 0) return false;
    const time = times[partitionOf(Buffer.from(key), times.length)];
    return time !== null && time !== undefined && end <= time - (this.growing.graces[aggregate] ?? 0);
  }

  timeOf(aggregate: string): number | undefined {
    if (this.isMuted) return undefined;
    const known = (this.growing.times[aggregate] ?? []).filter((time) => time !== null);
    return known.length === 0 ? undefined : Math.max(...known);
  }

  waitsFor(topic: string): boolean {
    return this.isMuted && Object.values(this.growing.growth.topics).includes(topic);
  }
}

/** The one before: while its heir learns, it closes nothing because it is quiet. */
export class Parent implements Inherited {
  readonly isMuted = false;
  mayCloseIdle = true;

  isOver(): boolean {
    return false;
  }

  timeOf(): undefined {
    return undefined;
  }

  waitsFor(): boolean {
    return false;
  }
}
