import type { IconName } from '../parts/icon.js';

/** The pages of the navigation; `letter` follows g. */
export interface Place {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
  readonly letter: string;
  /** Only where the local stack can be broken. */
  readonly localOnly?: boolean;
}

export const PLACES: readonly Place[] = [
  { path: '/', name: 'Overview', icon: 'pulse', letter: 'o' },
  { path: '/find', name: 'Rides', icon: 'route', letter: 'r' },
  { path: '/failed', name: 'Failed', icon: 'failed', letter: 'x' },
  { path: '/facts', name: 'Facts', icon: 'graph', letter: 'f' },
  { path: '/area', name: 'Map', icon: 'map', letter: 'm' },
  { path: '/break', name: 'Break', icon: 'bolt', letter: 'b', localOnly: true },
];
