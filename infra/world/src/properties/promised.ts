import type { Rider } from '../people/rider.js';
import type { World } from '../world.js';
import { must } from './check.js';

/** What a rider was told that a ride costs is its quote, whatever the tariff says; `paid` says what a quote is worth. */
export function promised({ log }: World, { told, name }: Rider): void {
  for (const [ride, fare] of told) {
    const quote = log.facts('rides.v1', ride)[0]?.data['fareEstimate'];
    must(
      'A ride is quoted at the price that its rider was told',
      JSON.stringify(quote) === JSON.stringify(fare),
      () => `${ride} of ${name}: ${JSON.stringify(quote)}, not ${JSON.stringify(fare)}`,
    );
  }
}
