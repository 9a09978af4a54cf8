import { ProfileRow as DriverProfile } from '@ride/driver/parts';
import { DriverCardRow, ProfileRow as RiderProfile } from '@ride/rider/parts';
import type { Cast } from '../people/cast.js';
import type { World } from '../world.js';
import { must } from './check.js';

/** Everybody's rating is the average of the stars that the log has of them, each ride's once, wherever it is shown. */
export function isRated({ log, rider, driver }: World, { riders, drivers }: Cast): void {
  const facts = riders.flatMap(({ rides }) => rides.map((ride) => log.facts('rides.v1', ride)));
  for (const ofRide of facts)
    for (const type of ['DriverRated', 'RiderRated'])
      must('A ride is rated once by each', ofRide.filter((fact) => fact.type === type).length <= 1, () => type);

  const rated = (type: string, id: string, shown: object | undefined) => {
    const stars = facts
      .flat()
      .flatMap((fact) => (fact.type === type && fact.data['ratedId'] === id ? [Number(fact.data['stars'])] : []));
    const count = stars.length;
    const rating = { average: count === 0 ? 0 : stars.reduce((a, b) => a + b) / count, count };
    must(
      'A rating is the average of the stars given',
      JSON.stringify(shown) === JSON.stringify(rating),
      () => `${id}: ${JSON.stringify(shown)}, not ${JSON.stringify(rating)}`,
    );
  };
  for (const { id } of drivers) {
    const state = driver.tables.get(DriverProfile, id)!.state;
    rated('DriverRated', id, state.is === 'registered' ? state.profile.rating : undefined);
    rated('DriverRated', id, rider.tables.get(DriverCardRow, id)?.card.rating);
  }
  for (const { id } of riders) {
    const state = rider.tables.get(RiderProfile, id)!.state;
    rated('RiderRated', id, state.is === 'registered' ? state.profile.rating : undefined);
  }
}
