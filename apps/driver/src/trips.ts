import { settings } from '@ride/configuration';
import { deciderStore, DecisionRow } from '@ride/messaging';
import { Entity } from 'typeorm';
import { trip } from './trip.decider.js';
import type { Trip } from './trip.state.js';

/** A ride as the drivers know it who were offered it. */
@Entity('trip')
export class TripRow extends DecisionRow<Trip> {}

export const trips = deciderStore(TripRow, trip(settings().rules));
