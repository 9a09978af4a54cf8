import { settings } from '@ride/configuration';
import { deciderStore, DecisionRow } from '@ride/messaging';
import { Entity } from 'typeorm';
import { trip } from './trip.decider.js';
import type { Trip } from './trip.state.js';

const policy = trip(settings().rules);

/** A ride as the drivers know it who were offered it. */
@Entity('trip')
export class TripRow extends DecisionRow<Trip> {}

export const trips = deciderStore(TripRow, policy);
export const UNHEARD_OF: Trip = policy.initial;
