import { settings } from '@ride/configuration';
import { deciderStore, DecisionRow } from '@ride/messaging';
import { Entity } from 'typeorm';
import { shift } from './shift.decider.js';
import type { Shift } from './shift.state.js';

@Entity('shift')
export class ShiftRow extends DecisionRow<Shift> {}

export const shifts = deciderStore(ShiftRow, shift(settings().rules));
