import type { Catalogue } from '@ride/testing';
import { positions } from './positions.js';
import { shift } from './shift.js';
import { trip } from './trip.js';

/** Mistakes in what drivers may say, and in who can be offered rides. */
export const catalogue = [
  {
    label: 'driver trip',
    title: 'A trip: only what has been heard forbids a driver anything, and the same said twice is said once',
    mutants: trip,
  },
  {
    label: 'driver shift',
    title: 'A shift says whether a driver can be offered rides, and where',
    mutants: shift,
  },
  {
    label: 'driver positions',
    title: 'Of a batch of points, what can be used is said, once and in order',
    mutants: positions,
  },
] satisfies Catalogue;
