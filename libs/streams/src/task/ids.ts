import { v5 } from 'uuid';
import type { StreamRecord } from './record.js';

const RESULTS = '0c6f5c1e-8d0e-5f34-9a3b-5a53c2a7f6d4';

/** A window's result has the same id whoever works it out, and whichever version of the application. */
export function resultId(ceType: string, aggregate: string, key: string, start: number, end: number): string {
  return v5(JSON.stringify([ceType, aggregate, key, start, end]), RESULTS);
}

/** The n-th that is said of a record at a node. */
export function recordId(node: string, { topic, partition, offset }: StreamRecord, n: number): string {
  return v5(JSON.stringify([node, topic, partition, offset, n]), RESULTS);
}
