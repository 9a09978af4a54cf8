import { settings } from '@ride/configuration';
import { deciderStore, DecisionRow } from '@ride/messaging';
import { Entity } from 'typeorm';
import { shift, type Shift } from './shift.decider.js';

@Entity('shift')
export class ShiftRow extends DecisionRow<Shift> {}

export const shifts = deciderStore(ShiftRow, shift(settings().rules));
